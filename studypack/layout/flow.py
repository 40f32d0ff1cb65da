"""The flow of boxes over pages: as many as fit on a page, then the next page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from studypack.base.limits import check_time
from studypack.layout.boxes import ROUNDING, Box, NewPage, Stretch, TooTallError
from studypack.layout.page import Frame, Page, TextRun


@dataclass(slots=True)
class Filling:
    """The boxes that fit in a frame."""

    placed: list[tuple[Box, float]]
    """Boxes, each with the distance of its top edge below the frame's."""
    used: float
    """The height that they take, in points."""
    following: int
    """The index of the first box that is not wholly placed."""
    carried: Box | None
    """The rest of the box before that, if it was split."""


def fill(
    boxes: Sequence[Box],
    start: int,
    width: float,
    room: float,
    carried: Box | None = None,
    *,
    fresh: bool = True,
    loose: bool = False,
) -> Filling:
    """Put boxes under one another until the next does not fit; heads stay with what they head.

    On a `fresh` page even a head without its company is placed: the next page has no more room than this one. Where
    it is `loose`, no head waits for company that an empty page would have no room for either.
    Raises TimeLimitError where the document has had its time.
    """
    check_time()
    placed: list[tuple[Box, float]] = []
    used = 0.0
    index = start
    while carried is not None or index < len(boxes):
        box = carried if carried is not None else boxes[index]
        following = index if carried is not None else index + 1
        if isinstance(box, NewPage):
            break
        above = box.above if placed else 0.0
        height = box.height(width)
        company = company_of(boxes, following, width) if box.keep_with_next else 0.0
        alone = (fresh and not placed) or (loose and height + company > room)
        if used + above + height + (0.0 if alone else company) <= room + ROUNDING:
            placed.append((box, used + above))
            used += above + height
            index, carried = following, None
            continue
        parts = box.split(width, room - used - above) if not company or height > room else None
        if parts is None and fresh and not placed:
            parts = box.loosened().split(width, room)
        if parts is not None:
            placed.append((parts[0], used + above))
            used += above + parts[0].height(width)
            return Filling(placed, used, following, parts[1])
        break
    return Filling(placed, used, index, carried)


def company_of(boxes: Sequence[Box], index: int, width: float) -> float:
    """Return the height that must follow a kept box: the boxes after it, up to the first that is not kept itself."""
    wanted = 0.0
    for following in range(index, len(boxes)):
        box = boxes[following]
        wanted += box.above
        if isinstance(box, NewPage):
            break
        if not box.keep_with_next:
            return wanted + box.least(width)
        wanted += box.height(width)
    return wanted


def joint_stretch(boxes: Sequence[Box], width: float) -> Stretch:
    """Return how much taller boxes under one another may become together; their steps are of one height."""
    stretches = [box.stretch(width) for box in boxes]
    return Stretch(
        max((each.step for each in stretches), default=0),
        sum(each.most for each in stretches),
        max((each.priority for each in stretches), default=0),
    )


def share_out(boxes: Sequence[Box], width: float, spare: float) -> list[Box]:
    """Return the boxes with `spare` points shared out among them: one line each in turn, first to who may take most."""
    stretches = [box.stretch(width) for box in boxes]
    order = [number for number, each in enumerate(stretches) if each.most]
    if not order:
        return list(boxes)
    order.sort(key=lambda number: (-stretches[number].most, -stretches[number].priority))
    step = max(each.step for each in stretches)
    steps, given = int((spare + ROUNDING) / step), dict.fromkeys(order, 0)
    while steps > 0 and (wanting := [number for number in order if given[number] < stretches[number].most]):
        for number in wanting[:steps]:
            given[number] += 1
        steps -= len(wanting)
    # Alone, a box has all that is left: less than a line for its longest column may be one for another.
    more = {number: lines * step for number, lines in given.items()} if len(order) > 1 else {order[0]: spare}
    return [
        box.stretched(width, box.height(width) + more[number]) if more.get(number) else box
        for number, box in enumerate(boxes)
    ]


def _filled_out(boxes: Sequence[tuple[Box, float]], width: float, spare: float) -> list[tuple[Box, float]]:
    """Return what stands on a page after the boxes that may become taller have shared out `spare` points."""
    made, lower = [], 0.0
    shared = share_out([box for box, _ in boxes], width, spare)
    for (box, offset), taller in zip(boxes, shared, strict=True):
        made.append((taller, offset + lower))
        lower += taller.height(width) - box.height(width)
    return made


class Flow:
    """Places boxes, in order, on one page after another. The last page stays open: more boxes may go on there."""

    def __init__(self) -> None:
        self.page: Page | None = None
        """The page that is open."""
        self._placed: list[tuple[Box, float]] = []
        """What is to stand on it, each with its distance from the frame's top."""
        self._used = 0.0
        self._on_recto = False

    @property
    def room(self) -> float:
        """What is left of the open page, in points; 0 where none is open."""
        return 0.0 if self.page is None else self.page.frame.height - self._used

    def close(self, *, recto: bool = False) -> None:
        """Place what stands on the open page; what follows starts a new one, which is a recto if it has to be."""
        self._on_recto = self._on_recto or recto
        if self.page is None:
            return
        frame = self.page.frame
        for box, offset in _filled_out(self._placed, frame.width, self.room):
            box.place(self.page, frame.left, frame.top - offset, frame.width)
        self.page, self._placed, self._used = None, [], 0.0

    def add(self, boxes: Sequence[Box], new_page: Callable[[], Page], above: float = 0) -> None:
        """Put boxes on the open page, `above` points under what stands there, and on new ones.

        `new_page` returns the next page of the pack, its frame empty; a page that is asked for and left empty stays
        blank, so that what must start on a recto does. Raises TooTallError where a box neither fits on an empty
        page nor splits: a text is never cut off and never runs out of its frame.
        """
        index = 0
        carried: Box | None = None
        while carried is not None or index < len(boxes):
            box = boxes[index] if carried is None else carried
            if isinstance(box, NewPage):
                self.close(recto=box.recto)
                index += 1
                continue
            page, fresh = self._open(new_page)
            under = 0.0 if fresh else above
            filling = fill(boxes, index, page.frame.width, self.room - under, carried, fresh=fresh)
            if fresh and not filling.placed:
                raise TooTallError(_words_in(box, page.frame.width))
            self._placed += [(placed, offset + self._used + under) for placed, offset in filling.placed]
            self._used += under + filling.used if filling.placed else 0.0
            index, carried = filling.following, filling.carried
            if carried is not None or index < len(boxes):
                self.close()

    def _open(self, new_page: Callable[[], Page]) -> tuple[Page, bool]:
        """Return the page to go on with, and whether nothing stands on it yet."""
        if self.page is not None:
            return self.page, False
        page = new_page()
        if self._on_recto and not page.recto:
            page = new_page()
        self.page, self._on_recto = page, False
        return page, True


def flow(boxes: Sequence[Box], new_page: Callable[[], Page]) -> None:
    """Place every box on new pages. Raises as `Flow.add` does."""
    made = Flow()
    made.add(boxes, new_page)
    made.close()


def _words_in(box: Box, width: float) -> str:
    """What a box prints, as far as it has words."""
    page = Page(1, width, 0, Frame(0, 0, width, 0), "")
    box.place(page, 0, 0, width)
    return "".join(item.text for item in page.items if isinstance(item, TextRun))


def on_own_leaves(boxes: Sequence[Box], *, after_handout: bool) -> tuple[list[Box], bool]:
    """The boxes of a section for paper that is printed on both sides, and whether they end in a handout.

    What is handed out, and what follows it, starts on a recto. `after_handout` says that one ended the section before.
    """
    made: list[Box] = [NewPage(recto=True)] if after_handout else []
    handed_out = False
    for box in boxes:
        if isinstance(box, NewPage):
            made.append(NewPage(recto=box.recto or box.handout or handed_out))
            handed_out = box.recto or box.handout
        else:
            made.append(box)
    return made, handed_out


def extent(boxes: Sequence[Box], width: float, depth: float, start: float = 0) -> tuple[int, float]:
    """How many pages `flow` would take with frames of this size, and how far down the last one it would reach.

    On the first page `start` points are taken. Nothing is placed. The second is in points from the top of the frame.
    Raises TooTallError.
    """
    index, pages, used = 0, 0, depth
    carried: Box | None = None
    while carried is not None or index < len(boxes):
        if carried is None and isinstance(boxes[index], NewPage):
            index, used, start = index + 1, 0.0, 0.0
            continue
        filling = fill(boxes, index, width, depth - start, carried, fresh=not start)
        if not filling.placed and not start:
            raise TooTallError(_words_in(carried or boxes[index], width))
        index, carried, used = filling.following, filling.carried, start + filling.used
        start = 0.0
        pages += 1
    return pages, used


def count_pages(boxes: Sequence[Box], width: float, depth: float, start: float = 0) -> int:
    """How many pages `flow` would take with frames of this size."""
    return extent(boxes, width, depth, start)[0]


def room_left(boxes: Sequence[Box], width: float, depth: float, start: float = 0) -> float:
    """What of the last page the boxes would leave free, in points: what a task, or the next part, may count on."""
    return depth - extent(boxes, width, depth, start)[1]
