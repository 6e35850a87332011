"""Live preview, beside the eight steps.

``watch`` hears of an edit; ``live`` makes the page that a browser asks for, from the words as they are now
(``moment``) and what the last whole run knows of all pages (``outline``); ``whole`` builds the whole site after it,
in a process of its own; ``news`` tells the browser what changed or is wrong; ``server`` is the door.
"""
