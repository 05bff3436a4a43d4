"""What Sphinx needs to render this tree: ``sphinx-build -b html input DIRECTORY``."""

project = "Shared File Systems API"
extensions = ["os_api_ref"]
html_theme = "alabaster"
html_title = "Share replicas"
html_show_copyright = False

# The microversions that the rendered page lets its readers choose from: share replicas came with 2.11.
os_api_ref_min_microversion = "2.11"
os_api_ref_max_microversion = "2.42"
