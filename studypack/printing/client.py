"""An IPP client: ask a printer for its attributes, validate and submit a job, and wait until the job ends."""

import re
from enum import StrEnum
from time import monotonic, sleep

from studypack.base.errors import PrintingError
from studypack.base.record import record
from studypack.base.wording import join_words
from studypack.printing.address import Address
from studypack.printing.attributes import (
    JOB_ATTRIBUTES,
    PRINTER_ATTRIBUTES,
    Capabilities,
    JobState,
    PrinterState,
    StateReport,
    capabilities_of,
    first_integer,
    state_report,
)
from studypack.printing.ipp import (
    DelimiterTag,
    MalformedMessageError,
    Operation,
    Response,
    ValueTag,
    decode_response,
    encode_attribute,
    encode_request,
)
from studypack.printing.preflight import explanation
from studypack.printing.request_errors import (
    CHECK_ADDRESS,
    NOT_FOUND,
    VERSION_NOT_SUPPORTED,
    StatusCodeError,
    raise_for_status,
)
from studypack.printing.ticket import JobTicket, job_attributes, job_template_attributes, operation_attributes
from studypack.printing.transport import Timeouts, post

_VERSIONS = ((2, 0), (1, 1))
"""IPP versions, in the order in which they are tried. Old printers accept only the second."""


_COMMON_ATTRIBUTES = (
    (DelimiterTag.OPERATION, "attributes-charset"),
    (DelimiterTag.OPERATION, "attributes-natural-language"),
)
"""The attributes that every response must have (RFC 8011, 4.1.4.2)."""
_REQUIRED_ATTRIBUTES = {
    Operation.GET_PRINTER_ATTRIBUTES: ((DelimiterTag.PRINTER, "printer-state"),),
    Operation.PRINT_JOB: ((DelimiterTag.JOB, "job-id"), (DelimiterTag.JOB, "job-state")),
}
"""More attributes that a response must have, of those that we read (RFC 8011, 4.2.5.2 and 4.2.1.2)."""
_CHECK_PRINTER = "look at the printer before you send it again: it may print the job all the same"


@record
class Printer:
    """A printer that is reached by IPP. Every method raises PrintingError if there is no valid response."""

    label: str
    """The printer's name in messages, as the user typed it."""
    address: Address
    timeouts: Timeouts
    insecure: bool
    """Whether the TLS certificate is accepted without a check."""

    def describe(self) -> tuple[StateReport, Capabilities]:
        """Return the printer's state and capabilities (Get-Printer-Attributes)."""
        asked = encode_attribute(ValueTag.KEYWORD, "requested-attributes", *PRINTER_ATTRIBUTES)
        attributes = self._request(Operation.GET_PRINTER_ATTRIBUTES, asked).attribute_group(DelimiterTag.PRINTER)
        return state_report(attributes, "printer"), capabilities_of(attributes)

    def validate(self, ticket: JobTicket, capabilities: Capabilities) -> None:
        """Ask whether the printer would accept a job (Validate-Job). Raises StatusCodeError if not.

        A printer that does not support the operation passes.
        """
        try:
            self._request(Operation.VALIDATE_JOB, job_attributes(ticket), job_template_attributes(ticket, capabilities))
        except StatusCodeError as error:
            if not error.is_unsupported_operation:
                raise

    def submit(self, ticket: JobTicket, capabilities: Capabilities, pdf: bytes) -> int:
        """Send a job with its document (Print-Job). Returns its `job-id`. Raises StatusCodeError if it is refused."""
        response = self._request(
            Operation.PRINT_JOB, job_attributes(ticket), job_template_attributes(ticket, capabilities), pdf
        )
        return first_integer(response.attribute_group(DelimiterTag.JOB), "job-id")

    def job_state(self, number: int) -> StateReport:
        """Return the state of a job, which is given by its `job-id` (Get-Job-Attributes)."""
        asked = encode_attribute(ValueTag.INTEGER, "job-id", number) + encode_attribute(
            ValueTag.KEYWORD, "requested-attributes", *JOB_ATTRIBUTES
        )
        return state_report(self._request(Operation.GET_JOB_ATTRIBUTES, asked).attribute_group(DelimiterTag.JOB), "job")

    def _request(self, operation: Operation, more: bytes, template: bytes = b"", document: bytes = b"") -> Response:
        """Send a request and return the response.

        `more` holds encoded operation attributes beside the common ones; `template` the job template attributes.
        Raises StatusCodeError for an error status code, and PrintingError for anything else that goes wrong.
        """
        for version in _VERSIONS:
            groups = {DelimiterTag.OPERATION: operation_attributes(self.address) + more} | (
                {DelimiterTag.JOB: template} if template else {}
            )
            sent = encode_request(operation, groups, version)
            data = post(self.address, sent, document, timeouts=self.timeouts, insecure=self.insecure)
            try:
                response = decode_response(data)
            except MalformedMessageError as error:
                raise PrintingError(f"{self.label} gives an answer that is no IPP: {error}", CHECK_ADDRESS) from None
            if response.status != VERSION_NOT_SUPPORTED:
                break
        raise_for_status(self.label, response)
        missing = [
            name
            for group, name in (*_COMMON_ATTRIBUTES, *_REQUIRED_ATTRIBUTES.get(operation, ()))
            if name not in response.attribute_group(group)
        ]
        if missing:
            message = f"{self.label} gives an answer without {join_words(missing)}, which IPP requires"
            raise PrintingError(message, _CHECK_PRINTER if operation is Operation.PRINT_JOB else CHECK_ADDRESS)
        return response


_FIRST_PAUSE = 0.1
_MAX_PAUSE = 2.0
"""Seconds between two requests for a job's state: the first pause, and the longest."""
_FAILED: dict[int, str] = {
    JobState.STOPPED: "has stopped",
    JobState.CANCELED: "was cancelled",
    JobState.ABORTED: "was given up",
}
_UNREACHABLE = re.compile(
    r"not (respond|connected|exist)|unavailable|unreachable|offline|unable to (connect|locate)", re.I
)
"""Messages of CUPS's backends (ipp, socket, usb) that mean that the printer cannot be reached. No keyword says so."""


class JobOutcome(StrEnum):
    """The last known outcome of a job, in words for the user."""

    PRINTED = "printed"
    PRINTING = "printing"
    WAITING = "waiting for its turn"
    HELD = "held there until someone releases it"
    LEFT = "handed over"
    """The printer reports nothing more about the job."""


_OUTCOMES: dict[int, JobOutcome] = {
    JobState.PENDING: JobOutcome.WAITING,
    JobState.HELD: JobOutcome.HELD,
    JobState.PROCESSING: JobOutcome.PRINTING,
    JobState.COMPLETED: JobOutcome.PRINTED,
}


def wait_for_job(printer: Printer, label: str, number: int) -> JobOutcome:
    """Wait until a job ends or `job_seconds` have passed, and return its outcome.

    `label` names the job in messages; `number` is its `job-id`. Raises PrintingError, with the printer's own message,
    if the job fails or waits for a printer that cannot print.
    """
    try:
        status = _final_state(printer, number)
        printers = printer.describe()[0] if status.state in (JobState.PENDING, JobState.PROCESSING) else None
    except PrintingError as error:
        if isinstance(error, StatusCodeError) and error.status == NOT_FOUND:
            return JobOutcome.LEFT  # Some printers forget a job once it is done.
        raise PrintingError(f"{label} was sent, but then {error}", error.problems[0].hint) from None
    if status.state in _FAILED:
        raise PrintingError(
            f"{label} {_FAILED[status.state]}{explanation(status)}", "see to the printer, then print again"
        )
    if printers and _is_stuck(printers, status):
        said = explanation(printers if printers.message else status)
        raise PrintingError(f"{label} is not printed yet{said}", "it waits, and is printed once the printer can")
    return _OUTCOMES.get(status.state, JobOutcome.LEFT)


def _final_state(printer: Printer, number: int) -> StateReport:
    """Return the state of a job when it has ended, or when the time is up."""
    deadline, pause = monotonic() + printer.timeouts.job_seconds, _FIRST_PAUSE
    status = printer.job_state(number)
    while status.state not in (*_FAILED, JobState.COMPLETED) and monotonic() + pause < deadline:
        sleep(pause)
        pause = min(1.5 * pause, _MAX_PAUSE)
        status = printer.job_state(number)
    return status


def _is_stuck(printer: StateReport, job: StateReport) -> bool:
    """Whether a job waits because the printer cannot print, and not for other jobs."""
    return printer.state == PrinterState.STOPPED or bool(_UNREACHABLE.search(f"{job.message} {printer.message}"))
