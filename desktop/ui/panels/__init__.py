"""The tools of the side panel: for each subject a panel, and a controller that turns every change into an undo step."""
