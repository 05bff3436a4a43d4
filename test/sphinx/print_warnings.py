"""Builds each tree of a directory with Sphinx and os-api-ref, and prints what it says: {tree: text} in JSON."""

import io
import json
import os
import sys
import traceback

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace


def warnings_of(tree):
    said = io.StringIO()
    try:
        # Directives and roles are registered for the whole process; each tree is to find it fresh.
        with docutils_namespace():
            overrides = {"extensions": ["os_api_ref"], "root_doc": "index"}
            out = os.path.join(tree, "_out")
            Sphinx(tree, None, out, out, "html", overrides, io.StringIO(), said).build()
    except Exception:
        said.write(traceback.format_exc())
    return said.getvalue()


trees = sys.argv[1]
json.dump({name: warnings_of(os.path.join(trees, name)) for name in sorted(os.listdir(trees))}, sys.stdout)
