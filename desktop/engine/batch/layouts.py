"""Lays a result out as its options say: alone or beside the photograph, with or without the visible mark."""

from dataclasses import replace

from desktop.engine.batch.output_options import Layout, OutputOptions
from desktop.engine.imaging.photo import Photo
from desktop.engine.metadata.exif import upright_exif
from desktop.engine.render.before_after import BeforeAfter
from desktop.engine.render.pixel_rows import Picture, PixelRows
from desktop.engine.render.visible_mark import MarkedPicture


def laid_out(result: PixelRows, photo: Photo, options: OutputOptions) -> PixelRows:
    """The picture that goes into the file; `result` itself where nothing is added to it.

    photo: as `OutputOptions.of` gives it, the size of the result.
    """
    picture = result
    if options.layout is not Layout.RESULT:
        picture = BeforeAfter(photo.gray, picture, side_by_side=options.layout is Layout.SIDE_BY_SIDE)
    return MarkedPicture(picture) if options.mark else picture


def surroundings(photo: Photo, picture: Picture, options: OutputOptions) -> Photo:
    """The photograph with the transparency and the metadata of its picture as `laid_out` and maybe encoded."""
    height, width = picture.shape[:2]
    alpha = photo.alpha
    if alpha is not None and options.layout is not Layout.RESULT:
        side_by_side = options.layout is Layout.SIDE_BY_SIDE
        alpha = BeforeAfter(photo.gray, photo.gray, side_by_side=side_by_side).alpha(alpha)
    if alpha is not None and options.mark:
        alpha = MarkedPicture(picture).alpha(alpha)
    if alpha is photo.alpha and width == photo.width_px:
        return photo
    metadata = photo.metadata
    return replace(
        photo, alpha=alpha, metadata=replace(metadata, exif=upright_exif(metadata.exif, (width, height)))
    )
