// PhulucKit: see the room's own files.
