"""Marks methods that a derived class has to give."""
from _classes import ABC, ABCMeta


def abstractmethod(function):
    function.__isabstractmethod__ = True
    return function


abstractproperty = lambda function: property(abstractmethod(function))
abstractclassmethod = lambda function: classmethod(abstractmethod(function))
abstractstaticmethod = lambda function: staticmethod(abstractmethod(function))
