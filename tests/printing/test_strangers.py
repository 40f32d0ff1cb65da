"""Whatever answers at an address, the user gets a clear word and nobody waits for ever."""

from time import sleep

import pytest

from studypack.base.errors import PrintingError
from studypack.model.options import Flags
from studypack.printing.client import JobOutcome
from studypack.printing.destination import find_destination
from studypack.printing.ipp import DelimiterTag, ValueTag, encode_attribute
from studypack.printing.printout import print_request
from studypack.printing.transport import Timeouts
from tests.printing.strangers import http, ipp, stranger

SHORT = Timeouts(connect_seconds=1, response_seconds=0.3, job_seconds=0.2)


def drip(caller):
    """A byte at a time, well within a socket's own patience."""
    caller.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nContent-Length: 99999\r\n\r\n")
    while True:
        caller.sendall(b"\x02")
        sleep(0.02)


def drip_heads(caller):
    caller.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        caller.sendall(b"X")
        sleep(0.02)


def not_yet(caller):
    while True:
        caller.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")


def endless(caller):
    caller.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\n\r\n")
    while True:
        caller.sendall(bytes(65_536))


def chunks(caller):
    caller.sendall(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n"
    )


def silent(caller):
    caller.recv(1)  # until the other side hangs up


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b"", "is no printer, or it hung up"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "is no printer, or it hung up"),
        (b"\x00\xff" * 500, "is no printer, or it hung up"),
        (b"HTTP/1.1 200 OK\r\n" + b"a: " + b"b" * 100_000, "is no printer, or it hung up"),
        (http(b"<h1>Router</h1>", "text/html"), "what is at ipp://127.0.0.1"),
        (http(b"", status="500 Internal Server Error"), "500 Internal Server Error"),
        (http(b"", status="302 Found"), "302 Found"),
        (http(b"", status="401 Unauthorized"), "wants a name and a password"),
        (http(b"", status="403 Forbidden"), "lets others print, not you"),
        (http(b"", status="404 Not Found"), "no printer is at /ipp/print"),
        (http(b"", status="426 Upgrade Required"), "wants encryption"),
        (http(b""), "no IPP: the message is cut short"),
        (http(b"hello, this is a printer"), "no IPP"),
        (http(ipp())[:-1], "no IPP: the message is cut short"),
        (http(ipp((DelimiterTag.PRINTER, b"\x44\xff\xff")) + bytes(70_000)), "no IPP"),
        (chunks, "is no printer, or it hung up"),
        (silent, "does not answer"),
        (drip, "does not answer"),
        (drip_heads, "does not answer"),
        (not_yet, "does not answer"),
        (endless, "talks without end"),
    ],
)
def test_whatever_answers_at_an_address(answer, said):
    with stranger(answer) as (uri, asked), pytest.raises(PrintingError) as caught:
        find_destination(uri, SHORT, insecure=False)
    [problem] = caught.value.problems
    assert said in problem.message
    assert problem.hint
    assert asked


IDLE = http(ipp((DelimiterTag.PRINTER, encode_attribute(ValueTag.ENUM, "printer-state", 3))))
FINE = http(ipp())


def a_printer(*attributes):
    said = b"".join(attributes)
    state = b"" if b"\0\x0dprinter-state\0" in said else encode_attribute(ValueTag.ENUM, "printer-state", 3)
    return http(ipp((DelimiterTag.PRINTER, state + said)))


def a_job(state, *more):
    return http(
        ipp(
            (
                DelimiterTag.JOB,
                encode_attribute(ValueTag.INTEGER, "job-id", 7)
                + encode_attribute(ValueTag.ENUM, "job-state", state)
                + b"".join(more),
            )
        )
    )


def sent(pdf_path, *answers):
    """How the printing of a PDF comes out with these answers, and what was asked."""
    [(ticket, pdf)] = print_request(pdf_path, Flags()).jobs(1, with_key=False)
    with stranger(*answers) as (uri, asked):
        destination = find_destination(uri, SHORT, insecure=False)
        cautions = destination.preflight([ticket])
        outcome = destination.wait(destination.submit(ticket, pdf))
    return outcome, cautions, asked


def test_a_printer_that_says_little_of_itself_gets_its_job(pdf_path, pdf):
    outcome, cautions, asked = sent(pdf_path, a_printer(), FINE, a_job(3), a_job(9))
    assert (outcome, cautions) == (JobOutcome.PRINTED, [])
    assert asked[2].endswith(b"\x03" + pdf)
    assert b"two-sided-long-edge" in asked[2]


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ([a_job(3), a_job(3), IDLE], JobOutcome.WAITING),
        ([a_job(3), a_job(4)], JobOutcome.HELD),
        ([a_job(3), a_job(5), IDLE], JobOutcome.PRINTING),
        ([a_job(3), a_job(77)], JobOutcome.LEFT),
        ([a_job(3), FINE], JobOutcome.LEFT),
        ([a_job(3), http(ipp(status=0x0406))], JobOutcome.LEFT),
    ],
)
def test_how_a_job_stands_when_we_leave_it(pdf_path, answers, outcome):
    timeouts = Timeouts(connect_seconds=1, response_seconds=0.3, job_seconds=0)
    [(ticket, pdf)] = print_request(pdf_path, Flags()).jobs(1, with_key=False)
    with stranger(IDLE, *answers) as (uri, _):
        destination = find_destination(uri, timeouts, insecure=False)
        assert destination.wait(destination.submit(ticket, pdf)) is outcome


STOPPED = a_printer(
    encode_attribute(ValueTag.ENUM, "printer-state", 5),
    encode_attribute(ValueTag.TEXT, "printer-state-message", "Please call Bob."),
    encode_attribute(ValueTag.KEYWORD, "printer-state-reasons", "media-jam-error", "door-open-error"),
)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ([STOPPED], "has stopped: Please call Bob; media jam, door open"),
        ([a_printer(encode_attribute(ValueTag.BOOLEAN, "printer-is-accepting-jobs", False))], "takes no jobs"),
        ([a_printer(encode_attribute(ValueTag.INTEGER, "copies-supported", 0))], None),
        (
            [
                IDLE,
                http(
                    ipp(
                        (DelimiterTag.OPERATION, encode_attribute(ValueTag.TEXT, "status-message", "Not today")),
                        status=0x0507,
                    )
                ),
            ],
            "says no: Not today (busy)",
        ),
        (
            [
                IDLE,
                http(
                    ipp(
                        (DelimiterTag.UNSUPPORTED, encode_attribute(ValueTag.KEYWORD, "sides", "two-sided-long-edge")),
                        status=0x040B,
                    )
                ),
            ],
            "says no: (attributes-or-values-not-supported) because of: sides",
        ),
        ([IDLE, FINE, http(ipp(status=0x0506))], "says no: (not-accepting-jobs)"),
        ([IDLE, FINE, http(ipp(status=0x7777))], "says no: (status 0x7777)"),
        ([IDLE, FINE, b""], "is no printer, or it hung up"),
        (
            [
                IDLE,
                FINE,
                a_job(3),
                a_job(6, encode_attribute(ValueTag.KEYWORD, "job-state-reasons", "media-empty-error")),
            ],
            "job 7 has stopped: media empty",
        ),
        ([IDLE, FINE, a_job(3), a_job(7)], "job 7 was cancelled"),
        (
            [IDLE, FINE, a_job(3), a_job(8, encode_attribute(ValueTag.TEXT, "job-state-message", "Bad PDF"))],
            "job 7 was given up: Bad PDF",
        ),
        ([IDLE, FINE, a_job(3), http(b"", status="500 Oops")], "job 7 was sent, but then 127.0.0.1 answers: 500 Oops"),
    ],
)
def test_a_printers_no_is_told_in_its_own_words(pdf_path, answers, said):
    if said is None:
        assert sent(pdf_path, *answers, FINE, a_job(3), a_job(9))[0] is JobOutcome.PRINTED
        return
    with pytest.raises(PrintingError) as caught:
        sent(pdf_path, *answers)
    [problem] = caught.value.problems
    assert said in problem.message
    assert problem.hint


@pytest.mark.parametrize(
    ("answers", "lacks"),
    [
        ([http(ipp())], "printer-state"),
        (
            [http(ipp((DelimiterTag.PRINTER, encode_attribute(ValueTag.ENUM, "printer-state", 3)), greeting=b""))],
            "attributes-charset",
        ),
        ([IDLE, http(ipp(greeting=b""))], "attributes-charset"),
        ([IDLE, FINE, FINE], "job-id and job-state"),
        ([IDLE, FINE, http(ipp((DelimiterTag.JOB, encode_attribute(ValueTag.INTEGER, "job-id", 7))))], "job-state"),
        ([IDLE, FINE, http(ipp((DelimiterTag.JOB, encode_attribute(ValueTag.ENUM, "job-state", 3))))], "job-id"),
    ],
)
def test_an_answer_without_what_ipp_requires_is_no_success(pdf_path, answers, lacks):
    with pytest.raises(PrintingError) as caught:
        sent(pdf_path, *answers)
    [problem] = caught.value.problems
    assert f"an answer without {lacks}" in problem.message
    assert problem.hint


def test_a_printer_that_talks_too_much_is_cut_short(pdf_path):
    long = encode_attribute(ValueTag.TEXT, "printer-state-message", "blah\n" * 10_000)
    many = encode_attribute(ValueTag.KEYWORD, "printer-state-reasons", *[f"reason-{n}" for n in range(10_000)])
    with pytest.raises(PrintingError) as caught:
        sent(pdf_path, a_printer(encode_attribute(ValueTag.ENUM, "printer-state", 5), long, many))
    [problem] = caught.value.problems
    assert "blah blah" in problem.message
    assert "reason 9" in problem.message
    assert len(problem.message) < 600


def test_pages_are_to_keep_their_size_where_a_printer_would_scale_them(pdf_path):
    scaling = a_printer(encode_attribute(ValueTag.KEYWORD, "print-scaling-supported", "auto", "fit", "none"))
    wish = encode_attribute(ValueTag.KEYWORD, "print-scaling", "none")
    assert wish in sent(pdf_path, scaling, FINE, a_job(3), a_job(9))[2][2]
    assert wish not in sent(pdf_path, IDLE, FINE, a_job(3), a_job(9))[2][2]


def test_a_printer_that_never_heard_of_validation_gets_its_job_unvalidated(pdf_path):
    outcome, _, asked = sent(pdf_path, IDLE, http(ipp(status=0x0501)), a_job(3), a_job(9))
    assert outcome is JobOutcome.PRINTED
    assert len(asked) == 4


def test_a_printer_of_the_old_days_is_spoken_to_in_its_version(pdf_path):
    too_new = http(ipp(status=0x0503))
    outcome, _, asked = sent(pdf_path, too_new, IDLE, too_new, FINE, too_new, a_job(3), too_new, a_job(9))
    assert outcome is JobOutcome.PRINTED
    assert [body[:2] for body in asked] == [b"\x02\x00", b"\x01\x01"] * 4


def test_a_warning_is_passed_on(pdf_path):
    low = a_printer(
        encode_attribute(
            ValueTag.KEYWORD, "printer-state-reasons", "toner-low-warning", "cups-waiting-for-job-completed"
        )
    )
    _, [caution], _ = sent(pdf_path, low, FINE, a_job(3), a_job(9))
    assert caution.message.endswith("says: toner low")


def test_who_hangs_up_before_the_end_of_a_document_is_heard(sheet_of):
    path = sheet_of((210, 297))
    path.write_bytes(path.read_bytes() + b"%" + bytes(5_000_000))
    [(ticket, pdf)] = print_request(path, Flags()).jobs(1, with_key=False)
    with stranger(IDLE, http(b"", status="401 Unauthorized"), hears_out=1) as (uri, asked):
        destination = find_destination(uri, Timeouts(), insecure=False)
        with pytest.raises(PrintingError, match="wants a name and a password"):
            destination.submit(ticket, pdf)
    assert len(asked[1]) == 10
