"""The actions of menu bar and tool bar, with their texts, icons and shortcuts; what they do is connected elsewhere."""
