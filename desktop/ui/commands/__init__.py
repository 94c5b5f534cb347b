"""The actions of menus and tool bar."""
