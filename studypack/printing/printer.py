"""A printer that is spoken to in IPP: what it can do, whether it would take a job, the job, and how that goes."""

from dataclasses import dataclass

from studypack.errors import PrintingError
from studypack.printing.accounts import OF_A_JOB, OF_A_PRINTER, Abilities, Status, abilities_of, first_number, status_of
from studypack.printing.address import Address
from studypack.printing.asking import greeting, job_template, naming
from studypack.printing.failures import SEE_ADDRESS
from studypack.printing.ipp import Answer, GarbledError, Group, Operation, Tag, attribute, decode, request
from studypack.printing.statuses import VERSION_NOT_SUPPORTED, RefusedError, refuse
from studypack.printing.ticket import Ticket
from studypack.printing.timed import Patience
from studypack.printing.wire import post

_VERSIONS = ((2, 0), (1, 1))
"""The second for printers that know no better."""


_ALWAYS = ((Group.OPERATION, "attributes-charset"), (Group.OPERATION, "attributes-natural-language"))
"""What every answer has (RFC 8011, 4.1.4.2)."""
_REQUIRED = {
    Operation.GET_PRINTER_ATTRIBUTES: ((Group.PRINTER, "printer-state"),),
    Operation.PRINT_JOB: ((Group.JOB, "job-id"), (Group.JOB, "job-state")),
}
"""What an answer to a request has beside that, of what we read (RFC 8011, 4.2.5.2 and 4.2.1.2)."""
_IS_IT_DONE = "look at the printer before you send it again: it may print the job all the same"


@dataclass(frozen=True, slots=True)
class Printer:
    """The printer at an address."""

    label: str
    """What the user calls it."""
    address: Address
    patience: Patience
    trusting: bool
    """Whether its certificate is taken unchecked."""

    def describe(self) -> tuple[Status, Abilities]:
        """How it is and what it can do (Get-Printer-Attributes). Raises PrintingError, as all that follow do."""
        asked = attribute(Tag.KEYWORD, "requested-attributes", *OF_A_PRINTER)
        said = self._ask(Operation.GET_PRINTER_ATTRIBUTES, asked).group(Group.PRINTER)
        return status_of(said, "printer"), abilities_of(said)

    def validate(self, ticket: Ticket, abilities: Abilities) -> None:
        """Have it say whether it would take the job (Validate-Job). Raises RefusedError if not."""
        try:
            self._ask(Operation.VALIDATE_JOB, naming(ticket), job_template(ticket, abilities))
        except RefusedError as error:
            if not error.unknown_operation:
                raise

    def submit(self, ticket: Ticket, abilities: Abilities, pdf: bytes) -> int:
        """Send the job (Print-Job), and return its number there. Raises RefusedError for a no."""
        answer = self._ask(Operation.PRINT_JOB, naming(ticket), job_template(ticket, abilities), pdf)
        return first_number(answer.group(Group.JOB), "job-id")

    def job(self, number: int) -> Status:
        """How a job goes (Get-Job-Attributes)."""
        asked = attribute(Tag.INTEGER, "job-id", number) + attribute(Tag.KEYWORD, "requested-attributes", *OF_A_JOB)
        return status_of(self._ask(Operation.GET_JOB_ATTRIBUTES, asked).group(Group.JOB), "job")

    def _ask(self, operation: Operation, more: bytes, job: bytes = b"", document: bytes = b"") -> Answer:
        """The answer to a request. Raises RefusedError for a no, PrintingError for anything else amiss."""
        for version in _VERSIONS:
            groups = {Group.OPERATION: greeting(self.address) + more} | ({Group.JOB: job} if job else {})
            sent = request(operation, groups, version)
            data = post(self.address, sent, document, patience=self.patience, trusting=self.trusting)
            try:
                answer = decode(data)
            except GarbledError as error:
                raise PrintingError(f"{self.label} gives an answer that is no IPP: {error}", SEE_ADDRESS) from None
            if answer.status != VERSION_NOT_SUPPORTED:
                break
        refuse(self.label, answer)
        missing = [name for group, name in (*_ALWAYS, *_REQUIRED.get(operation, ())) if name not in answer.group(group)]
        if missing:
            message = f"{self.label} gives an answer without {' and '.join(missing)}, which IPP requires"
            raise PrintingError(message, _IS_IT_DONE if operation is Operation.PRINT_JOB else SEE_ADDRESS)
        return answer
