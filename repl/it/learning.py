#!/usr/bin/env python3
"""A learner at a real terminal: predictions with wrong answers, a quiz, and a lesson left and taken up again, in tmux at 80×24.

Usage: repl/it/learning.py [NAME ...]     runs all sessions, or those whose names begin so
Needs tmux.
"""

from tmux import Window, run


def flat(window):
    """All that was shown, as one line: where sentences were broken does not matter."""
    return " ".join(window.screen("-S", "-").split())


def shows(window, text):
    return window.wait(lambda screen: text in flat(window), text)


def answer(window, place, typed, verdict):
    """Waits for the place for an answer, types it, and waits for what is said to it."""
    window.wait(lambda screen: screen.split("\n")[-1].strip() == place, "place for " + place)
    if typed:
        window.type(typed)
    window.keys("Enter")
    return shows(window, verdict)


def ask(window, statement):
    window.type(statement).keys("Enter")


def predict():
    window = Window(80, 24)
    window.run("/predict on").run("input(3, 32, 32)").clear()
    ask(window, "conv2d(16, 3, padding(1))")
    answer(window, "parameters:", "432", "Not 432 but 448: the bias was forgotten.").idle()
    shows(window, "884,736 ◂ new").clear()
    ask(window, "conv2d(32, 3, padding(1))")
    answer(window, "shape:", "32x30x30", "Not 32×30×30 but 32×32×32: the padding was forgotten").idle().clear()
    ask(window, "conv2d(8, 3, stride(2))")
    answer(window, "FLOPs:", "518400", "Not 518,400 but 1,036,800: those are multiply-adds, and each is two FLOPs.").idle().clear()
    ask(window, "maxPool2d(2)")
    answer(window, "shape:", "8x8x8", "Not 8×8×8 but 8×7×7: that is rounded up").idle().clear()
    ask(window, "flatten()")
    answer(window, "shape:", "", "N×392").idle().clear()
    ask(window, "linear(10)")
    answer(window, "FLOPs:", "?", "392").idle().clear()
    window.run("/predict off").run("linear(4)").leave()


def quiz():
    window = Window(80, 40)
    window.run("input(3, 32, 32)").run("conv2d(16, 3, padding(1))").clear()
    ask(window, "/quiz 2 seed 1")
    for _ in range(2):
        window.wait(lambda screen: screen.split("\n")[-1].strip() in ("parameters:", "shape:", "FLOPs:"), "a question")
        before = flat(window).count("Not 7")
        window.type("7").keys("Enter")
        window.wait(lambda screen: flat(window).count("Not 7") > before, "a verdict")
    shows(window, "0 of 2 right").idle()
    shows(window, "To review: layerbook learn 0")
    window.leave()


def last(window):
    return window.screen().split("\n")[-1].strip()


def line(window, typed=""):
    """Says something at the place between two lines of a lesson, and waits for the next place."""
    before = flat(window)
    if typed:
        window.type(typed)
    window.keys("Enter")
    window.wait(lambda screen: flat(window) != before and last(window).endswith(("]", ":", "...", "=")), "the next place")


def lesson():
    window = Window(80, 24, arguments=("learn", "02-cnn"))
    window.wait("Enter: the next line")
    for _ in range(40):
        window.wait(lambda screen: last(window).startswith("[") or last(window) == "parameters:", "a place")
        if last(window) == "parameters:":
            break
        line(window)
    answer(window, "parameters:", "160", "Not 160 but 448: the input channels were left out")
    window.wait(lambda screen: last(window).startswith("["), "the next line")
    line(window)
    shows(window, "check(params() == 448) ✓")
    kept = last(window).split("/")[0]
    line(window)
    shows(window, "Slides a window over an image")
    assert last(window) == "...", "the working comes line by line: " + last(window)
    line(window)
    shows(window, "H′ = ⌊(H + 2·p − k) / s⌋ + 1")
    assert "⌊(32 + 2·1 − 3) / 1⌋ + 1" not in window.screen()[-300:], "the numbers are not yet put in"
    line(window, "all")
    shows(window, "884,736·N")
    window.wait(lambda screen: last(window).startswith("["), "the next cell")
    line(window, "back")
    assert last(window).startswith(kept + "/"), "one cell back: " + last(window)
    window.type("q").keys("Enter")
    window.gone()
    again = Window(80, 24, home=window.home, arguments=("learn", "2"))
    again.wait(lambda screen: screen.split("\n")[-1].startswith("["), "taken up again")
    again.type("explain 1").keys("Enter")
    again.wait(lambda screen: screen.split("\n")[-1].strip() == "...", "the first line of the working")
    line(again, "all")
    again.type("q").keys("Enter")
    again.gone()
    listed = Window(80, 40, home=window.home, arguments=("learn",))
    listed.gone()


def exercise():
    """The exercise of lesson 7: two wrong answers are told their slips, then the right one; the lesson is gone through with `rest`."""
    window = Window(80, 24, arguments=("learn", "7"))
    window.wait("Enter: the next line")
    for _ in range(80):
        window.wait(lambda screen: last(window).startswith("[") or last(window).endswith((":", "=")), "a place")
        if last(window) == "mine =":
            break
        line(window, "rest" if last(window).startswith("[") else "")
    answer(window, "mine =", "133200", "each direction has weights of its own")
    answer(window, "mine =", "355200", "four sums is an LSTM; a GRU has three")
    answer(window, "mine =", "266400", "Right.")
    window.wait(lambda screen: last(window).startswith("["), "the next cell")
    window.type("q").keys("Enter")
    window.gone()


SESSIONS = [predict, quiz, lesson, exercise]


if __name__ == "__main__":
    run([(session.__name__, session) for session in SESSIONS], "a learner's sessions")
