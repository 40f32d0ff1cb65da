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


def _filled_out(filling: Filling, frame: Frame) -> list[tuple[Box, float]]:
    """Return what stands on a page after the boxes that may become taller have shared out what it has to spare."""
    boxes = [box for box, _ in filling.placed]
    made, lower = [], 0.0
    shared = share_out(boxes, frame.width, frame.height - filling.used)
    for (box, offset), taller in zip(filling.placed, shared, strict=True):
        made.append((taller, offset + lower))
        lower += taller.height(frame.width) - box.height(frame.width)
    return made


def flow(boxes: Sequence[Box], new_page: Callable[[], Page]) -> None:
    """Place every box, in order, asking for a page whenever one is full.

    `new_page` returns the next page of the pack, its frame empty; a page that is asked for and left empty stays
    blank, so that what must start on a recto does. Raises TooTallError where a box neither fits on an empty
    page nor splits: a text is never cut off and never runs out of its frame.
    """
    index = 0
    carried: Box | None = None
    on_recto = False
    while carried is not None or index < len(boxes):
        box = boxes[index] if carried is None else carried
        if isinstance(box, NewPage):
            on_recto = on_recto or box.recto
            index += 1
            continue
        page = new_page()
        if on_recto and not page.recto:
            page = new_page()
        on_recto = False
        frame = page.frame
        filling = fill(boxes, index, frame.width, frame.height, carried)
        if not filling.placed:
            raise TooTallError(_words_in(box, frame.width))
        for placed, offset in _filled_out(filling, frame):
            placed.place(page, frame.left, frame.top - offset, frame.width)
        index, carried = filling.following, filling.carried


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


def extent(boxes: Sequence[Box], width: float, depth: float) -> tuple[int, float]:
    """How many pages `flow` would take with frames of this size, and how far down the last one it would reach.

    Nothing is placed. The second is in points from the top of the frame. Raises TooTallError.
    """
    index, pages, used = 0, 0, depth
    carried: Box | None = None
    while carried is not None or index < len(boxes):
        if carried is None and isinstance(boxes[index], NewPage):
            index, used = index + 1, 0.0
            continue
        filling = fill(boxes, index, width, depth, carried)
        if not filling.placed:
            raise TooTallError(_words_in(carried or boxes[index], width))
        index, carried, used = filling.following, filling.carried, filling.used
        pages += 1
    return pages, used


def count_pages(boxes: Sequence[Box], width: float, depth: float) -> int:
    """How many pages `flow` would take with frames of this size."""
    return extent(boxes, width, depth)[0]


def room_left(boxes: Sequence[Box], width: float, depth: float) -> float:
    """What of the last page the boxes would leave free, in points: what a task, or the next part, may count on."""
    return depth - extent(boxes, width, depth)[1]
