"""The photograph on screen: zooming, panning, before and after, brush, and dragging the result out."""
