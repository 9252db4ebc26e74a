"""Imports transformers with a newer huggingface-hub than it asks for; only classes are made, nothing is fetched."""
import sys
import types


def load():
    check = types.ModuleType("transformers.dependency_versions_check")
    check.dep_version_check = lambda *a, **k: None
    sys.modules["transformers.dependency_versions_check"] = check
    import transformers
    return transformers
