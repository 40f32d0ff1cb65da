"""The guard of pictures: what comes out of a file is sRGB or grey, upright, on white, without metadata; or an error."""

import struct
import subprocess
import sys
import zlib
from io import BytesIO

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from studypack.base import limits
from studypack.base.raster import PictureError, decode_picture

RED, GREEN, WHITE = (200, 30, 40), (20, 120, 60), (255, 255, 255)


def saved(image, kind="PNG", **how):
    buffer = BytesIO()
    image.save(buffer, kind, **how)
    return buffer.getvalue()


def flag(mode="RGB", left=RED, right=GREEN, size=(40, 20)):
    """A picture with one colour on its left and another on its right."""
    image = Image.new(mode, size, left)
    image.paste(right, (size[0] // 2, 0, *size))
    return image


def opened(raster):
    image = Image.open(BytesIO(raster.data))
    assert (image.size, image.mode) == ((raster.width, raster.height), "L" if raster.is_grey else "RGB")
    assert image.format == ("JPEG" if raster.is_jpeg else "PNG")
    assert not {"icc_profile", "exif", "dpi", "comment", "transparency", "gamma", "Secret"} & image.info.keys()
    return image


def ends(raster):
    """The colours at the left end and at the right one."""
    image = opened(raster)
    return image.getpixel((1, image.height // 2)), image.getpixel((image.width - 2, image.height // 2))


def close(found, wanted, by):
    return all(abs(a - b) <= by for a, b in zip(found, wanted, strict=True))


def palette(alpha):
    image = Image.new("P", (40, 20), 0)
    image.putpalette([*RED, *GREEN])
    image.paste(1, (20, 0, 40, 20))
    return saved(image, **({"transparency": bytes([0, 255])} if alpha else {}))


def with_text():
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Secret", "the answer is 42", zip=True)
    return saved(flag(), pnginfo=notes, dpi=(300, 300))


@pytest.mark.parametrize(
    ("data", "left", "right"),
    [
        (saved(flag()), RED, GREEN),
        (saved(flag("RGBA", (*RED, 255), (*GREEN, 0))), RED, WHITE),
        (saved(flag("RGBA", (*RED, 128), (*GREEN, 255))), (227, 142, 147), GREEN),
        (saved(flag(), transparency=RED), WHITE, GREEN),
        (palette(alpha=False), RED, GREEN),
        (palette(alpha=True), WHITE, GREEN),
        (with_text(), RED, GREEN),
        (saved(flag(), icc_profile=b"no profile at all"), RED, GREEN),
        (saved(flag(), icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()), RED, GREEN),
    ],
)
def test_colours_come_out_as_srgb_on_white(data, left, right):
    found = ends(decode_picture(data))
    assert close(found[0], left, 1)
    assert close(found[1], right, 1)


@pytest.mark.parametrize(
    ("data", "left", "right"),
    [
        (saved(flag("L", 60, 200)), 60, 200),
        (saved(flag("1", 0, 1)), 0, 255),
        (saved(flag("LA", (60, 255), (200, 0))), 60, 255),
        (saved(Image.frombytes("I;16", (4, 1), struct.pack("<4H", 40_000, 40_000, 1_000, 1_000))), 155, 3),
        (saved(flag("L", 60, 200), "JPEG", quality=95), 60, 200),
    ],
)
def test_grey_stays_grey(data, left, right):
    found = ends(decode_picture(data))
    assert abs(found[0] - left) <= 2
    assert abs(found[1] - right) <= 2


def sixteen_bits():
    """A PNG of three samples of 16 bits, which Pillow cannot write."""
    rows = b"".join(b"\0" + struct.pack(">3H", 0x8000, 0x4000, 0xC000) * 4 for _ in range(4))
    return png(4, 4, rows, depth=16, colour=2)


def png(width, height, rows, depth=8, colour=0):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def test_sixteen_bits_become_eight():
    assert opened(decode_picture(sixteen_bits())).getpixel((1, 1)) == (128, 64, 192)


@pytest.mark.parametrize("profile", [b"", b"not a profile"])
def test_inks_become_colours(profile):
    image = Image.new("CMYK", (40, 20), (0, 255, 255, 0))
    image.paste((0, 0, 0, 255), (20, 0, 40, 20))
    found = ends(decode_picture(saved(image, "JPEG", quality=95, icc_profile=profile)))
    assert close(found[0], (254, 0, 0), 4)
    assert close(found[1], (0, 0, 0), 4)


def test_a_profile_of_other_colours_is_honoured():
    # The red and green of this profile are swapped: XYZ columns of sRGB in another order.
    swapped = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = swapped.index(b"rXYZ"), swapped.index(b"gXYZ")
    swapped[red : red + 4], swapped[green : green + 4] = b"gXYZ", b"rXYZ"
    found = ends(decode_picture(saved(flag(), icc_profile=bytes(swapped))))
    assert close(found[0], (RED[1], RED[0], RED[2]), 3)
    assert close(found[1], (GREEN[1], GREEN[0], GREEN[2]), 3)


@pytest.mark.parametrize(("turn", "size"), [(1, (40, 20)), (2, (40, 20)), (3, (40, 20)), (6, (20, 40)), (8, (20, 40))])
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_photograph_is_turned_as_the_camera_was_held(kind, turn, size):
    told = Image.Exif()
    told[0x0112] = turn
    raster = decode_picture(saved(flag(), kind, exif=told))
    image = opened(raster)
    assert image.size == size
    first = image.getpixel((2, 2))
    assert close(first, RED if turn in (1, 6) else GREEN, 8)


@pytest.mark.parametrize("exif", [b"Exif\0\0", b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0MM\0*\0\0\0\x08\xff\xff"])
def test_what_a_photograph_says_of_itself_may_be_damaged(exif):
    assert ends(decode_picture(saved(flag(), "JPEG", exif=exif)))


def test_a_progressive_photograph_and_one_in_four_to_two():
    for how in ({"progressive": True}, {"subsampling": 2}, {"optimize": True}):
        assert close(ends(decode_picture(saved(flag(), "JPEG", quality=95, **how)))[0], RED, 6)


def test_more_detail_than_paper_shows_is_left_out():
    raster = decode_picture(saved(Image.new("L", (5000, 4000), 9)))
    assert (raster.width, raster.height) == (3100, 2480)


def test_a_picture_has_a_grey_twin():
    raster = decode_picture(saved(flag()))
    assert not raster.is_grey
    assert ends(raster.grey) == (82, 83)
    assert raster.grey.is_grey
    assert raster.grey.grey is raster.grey


def test_the_same_bytes_make_the_same_bytes_in_every_process():
    code = "import sys; from studypack.base.raster import decode_picture as d; sys.stdout.buffer.write(d(sys.stdin.buffer.read()).data)"
    for data in (saved(flag()), saved(flag(), "JPEG")):
        made = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=True).stdout
        assert made == decode_picture(data).data


def bomb(width, height):
    """A PNG that says that it is this large, and ends."""
    return png(width, height, b"")


def jpeg_of(width, height):
    """A JPEG whose frame header says that it is this large."""
    data = bytearray(saved(flag(), "JPEG"))
    frame = data.index(b"\xff\xc0")
    data[frame + 5 : frame + 9] = struct.pack(">HH", height, width)
    return bytes(data)


PHOTOGRAPH = saved(Image.effect_noise((200, 200), 80).convert("RGB"), "JPEG")
DRAWING = saved(Image.effect_noise((200, 200), 80))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "an empty file"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "an EPS drawing"),
        (b"\xc5\xd0\xd3\xc6" + bytes(40), "an EPS drawing"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "an SVG drawing"),
        (b"<?xml version='1.0'?>\n<!-- made by hand -->\n<svg/>", "an SVG drawing"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "a WebP picture"),
        (saved(flag(), "GIF"), "a GIF picture"),
        (saved(flag(), "BMP"), "a BMP picture"),
        (saved(flag(), "TIFF"), "a TIFF picture"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "a HEIC picture"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0", "a HEIC picture"),
        (b"\0\0\0\x18ftypavif\0\0\0\0", "an AVIF picture"),
        (b"%PDF-1.4\n", "a PDF"),
        (b"<!DOCTYPE html><html>", "a web page"),
        (b"just words", "no picture in PNG or JPEG"),
        (PHOTOGRAPH[:60], "damaged or cut off"),
        (PHOTOGRAPH[: len(PHOTOGRAPH) // 2], "damaged or cut off"),
        (DRAWING[:20], "damaged or cut off"),
        (DRAWING[: len(DRAWING) // 2], "damaged or cut off"),
        (DRAWING.replace(b"IDAT", b"IDAX"), "damaged or cut off"),
        (b"\x89PNG\r\n\x1a\n" + b"JHDR" * 9, "damaged or cut off"),
        (b"\xff\xd8\xff", "damaged or cut off"),
        (b"\xff\xd8\xff\xd9", "damaged or cut off"),
        (b"\xff\xd8" + b"\xff\xe0\0\2" * 50, "damaged or cut off"),
        (bomb(0, 5), "damaged or cut off"),
        (jpeg_of(40, 0), "damaged or cut off"),
        (bomb(2**31 - 1, 2**31 - 1), "25,000,000 together are the most"),
        (bomb(5001, 5000), "25,000,000 together are the most"),
        (jpeg_of(65_000, 65_000), "25,000,000 together are the most"),
        (bomb(5000, 5000), "damaged or cut off"),
        (bomb(1, 10_000), "a strip of 1 × 10,000 pixels"),
        (jpeg_of(60_000, 2), "a strip of 60,000 × 2 pixels"),
        (DRAWING + bytes(limits.PICTURE_BYTES), "20,000,000 is the most"),
        (PHOTOGRAPH[:-2] + b"\xff\xda\0\2" * 200, "too many layers"),
    ],
)
def test_what_is_refused_is_refused_in_words_with_a_way_out(data, says):
    with pytest.raises(PictureError) as caught:
        decode_picture(data)
    assert says in caught.value.message
    assert caught.value.hint


def test_the_first_bytes_decide_and_ghostscript_never_starts(monkeypatch):
    def started(*_, **__):
        raise AssertionError("a process was started")

    monkeypatch.setattr(subprocess, "Popen", started)
    monkeypatch.setattr("os.system", started)
    with pytest.raises(PictureError):
        decode_picture(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\nshowpage\n")


@pytest.mark.parametrize("data", [PHOTOGRAPH, DRAWING, palette(alpha=True), sixteen_bits()])
def test_spoilt_bytes_are_read_or_refused(data):
    """Every byte of the head, and every hundredth after it, takes other values; nothing else may come out."""
    places = [*range(0, min(400, len(data))), *range(400, len(data), 331)]
    for place in places:
        for value in (0, 0xFF, data[place] ^ 0x10):
            spoilt = data[:place] + bytes([value]) + data[place + 1 :]
            try:
                decode_picture(spoilt)
            except PictureError as error:
                assert error.hint
