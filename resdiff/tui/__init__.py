"""The terminal interface: screens over what workspace gives.

It only displays data; no decision about texts is made here.
"""
