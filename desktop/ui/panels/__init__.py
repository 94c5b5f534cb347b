"""The side panel, one panel + controller a subject."""
