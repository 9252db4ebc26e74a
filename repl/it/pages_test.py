#!/usr/bin/python3
"""Every notebook as Jupyter's own tools and a browser see it.

Each .jsh goes to .ipynb and back byte for byte, and the real nbformat validates it; each runs through the real nbconvert with our kernel and
shows what the runner shows; each lesson's page is opened in Chromium: no word on its console, all formulas set, nothing wider than a phone. A page full of
attacks runs none of them.

Usage: repl/it/pages_test.py [LAUNCHER] [--pictures DIRECTORY]
Needs Debian's python3-nbformat, jupyter-nbconvert, python3-nbclient, python3-selenium, chromium, chromium-driver.
"""
import base64
import glob
import json
import os
import shutil
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import nbformat
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

import scratch

NOTEBOOKS = os.path.join(scratch.HERE, "..", "..", "notebooks")
PICTURES = os.path.abspath(sys.argv[sys.argv.index("--pictures") + 1]) if "--pictures" in sys.argv else None
ATTACKS = os.path.join(scratch.HERE, "..", "..", "kernel", "src", "test", "resources", "notebook", "attacks.txt")
FORMULAS = [r"\href{javascript:alert(1)}{x}", r"\url{javascript:alert(1)}", r"\includegraphics{data:image/svg+xml,x}", r"\htmlStyle{background:url(x)}{y}",
            r"\htmlData{x=y}{\htmlClass{a}{\htmlId{b}{z}}}", r"\text{</span><img src=x onerror=alert(1)>}", r"\def\a{\a\a}\a"]
TELL = "window.alert = top.alert = () => console.error('AN ATTACK RAN');"
LIVE = """
const all = [...document.querySelectorAll('main *, nav *, title')];
return {elements: all.length, scripts: document.querySelectorAll('main script, main iframe, main object, main embed, main form, main meta, main base, main link, main style').length,
        handlers: all.filter(e => e.getAttributeNames().some(n => n.startsWith('on'))).length,
        addresses: all.filter(e => e.getAttributeNames().some(n => /^\\s*(javascript|vbscript|data:text)/i.test(e.getAttribute(n)))).length};
"""
QUIET = ("--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update "
         "--disable-sync").split()
SEEN = """
const count = selector => document.querySelectorAll(selector).length;
return {formulas: count('.math'), set: count('.math .katex'), wrong: count('.katex-error'), spoken: count('.math math'), tables: count('table'),
        dead: [...document.querySelectorAll('nav a')].filter(a => !document.getElementById(decodeURIComponent(a.hash.slice(1)))).length,
        contents: count('nav a'), wide: document.documentElement.scrollWidth, ground: getComputedStyle(document.body).backgroundColor};
"""


def layerbook(*arguments):
    done = subprocess.run([scratch.LAUNCHER, *arguments], capture_output=True, text=True)
    assert done.returncode == 0, f"layerbook {' '.join(arguments)}: {done.returncode}\n{done.stdout}{done.stderr}"


def each(work, items):
    """Two at a time, as most of each is the start of a process; the first that fails is raised."""
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(work, items))


def name(notebook):
    return os.path.splitext(os.path.relpath(notebook, NOTEBOOKS))[0].replace(os.sep, "-")


def there_and_back(notebook):
    ipynb, again = scratch.path(name(notebook) + ".ipynb"), scratch.path(name(notebook) + "-again.jsh")
    for beside in glob.glob(os.path.join(os.path.dirname(notebook), "*.json")):  # what the notebook loads lies beside it
        shutil.copy(beside, scratch.path(os.path.basename(beside)))
    layerbook("convert", notebook, ipynb)
    layerbook("convert", ipynb, again)
    with open(notebook, "rb") as one, open(again, "rb") as other:
        assert one.read() == other.read(), f"{notebook} comes back from .ipynb as something else"
    nbformat.validate(nbformat.read(ipynb, as_version=nbformat.NO_CONVERT))


def executed(notebook):
    """Jupyter's nbconvert runs what we converted; its outputs say what is stored in the notebook."""
    lesson = name(notebook)
    before = scratch.path(lesson + ".ipynb")
    subprocess.run(["/usr/bin/python3", "-m", "nbconvert", "--log-level=ERROR", "--to", "notebook", "--execute", "--output", lesson + "-executed.ipynb", before], check=True)
    after = nbformat.read(scratch.path(lesson + "-executed.ipynb"), as_version=4)
    nbformat.validate(after)
    code = [cell for cell in after.cells if cell.cell_type == "code" and cell.source.strip()]
    silent = [cell for cell in code if cell.execution_count is None]
    failed = [output for cell in code for output in cell.outputs if output.output_type == "error" and "raises-exception" not in cell.metadata.get("tags", [])]
    assert not silent and not failed, f"{lesson}: {silent} {failed}"
    said = lambda notebook: [text(cell) for cell in notebook.cells if cell.cell_type == "code"]
    for stored, now in zip(said(nbformat.read(before, as_version=4)), said(after)):
        assert not stored or "..." in stored or same(stored, now), f"{lesson} is stored as\n{stored}\nand nbconvert shows\n{now}"


def same(stored, now):
    """An error stands in Jupyter's own frame, so only its message is compared; a place in memory is another each time."""
    now = re.sub(r"(?<=\w)@[0-9a-f]{4,8}\b", "@…", now)
    failed = re.search(r"^\s*✗ (.*)", stored, re.MULTILINE)
    if failed:
        before = stored[:failed.start()].split()
        return failed.group(1) in now and now.split()[:len(before)] == before
    return stored.split() == now.split()


def text(cell):
    pieces = [o.get("text") or "\n".join(o.get("traceback", [])) or o.get("data", {}).get("text/plain", "") for o in cell.outputs]
    return re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(pieces))


def page(lesson):
    html = scratch.path(name(lesson) + ".html")
    layerbook("run", "--check", "--html", html, lesson)
    return html


class Browser:
    def __init__(self):
        options = Options()
        options.binary_location = "/usr/bin/chromium"
        for flag in QUIET + ["--user-data-dir=" + scratch.path("browser")]:
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.chrome = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)

    def see(self, html, width, scheme):
        self.chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": 844, "deviceScaleFactor": 1, "mobile": width < 600})
        self.chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
        self.chrome.get("file://" + html)
        if PICTURES:
            shot = self.chrome.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True,
                "clip": {"x": 0, "y": 0, "width": width, "height": 4000, "scale": 1}})
            os.makedirs(PICTURES, exist_ok=True)
            with open(os.path.join(PICTURES, f"{os.path.basename(html)}-{width}-{scheme}.png"), "wb") as out:
                out.write(base64.b64decode(shot["data"]))
        return self.chrome.execute_script(SEEN), self.chrome.get_log("browser")


    def on_paper(self, html):
        """The tables that a page of A4 does not hold, by their first words."""
        self.chrome.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": 718, "height": 1000, "deviceScaleFactor": 1, "mobile": False})
        self.chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print", "features": []})
        self.chrome.get("file://" + html)
        cut = self.chrome.execute_script("return [...document.querySelectorAll('table')].filter(t => t.getBoundingClientRect().right > innerWidth || t.scrollWidth > t.clientWidth + 1)"
                                         ".map(t => t.innerText.slice(0, 80))")
        self.chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
        return cut


def looked_at(browser, html):
    grounds = set()
    for width, scheme in [(1500, "light"), (390, "dark")]:
        seen, console = browser.see(html, width, scheme)
        case = f"{html} at {width}, {scheme}: {seen} {console}"
        assert not console and not seen["wrong"] and not seen["dead"], case
        assert seen["formulas"] > 0 and seen["set"] == seen["spoken"] == seen["formulas"], case
        assert seen["tables"] > 0 and seen["contents"] >= 3, case
        assert seen["wide"] <= width, case
        grounds.add(seen["ground"])
    assert browser.on_paper(html) == [], f"{html}: on paper these are cut off at the right: {browser.on_paper(html)}"
    assert len(grounds) == 2, f"{html} looks the same by day and by night: {grounds}"


def attacked(browser):
    """What can stand in a notebook that somebody else wrote, in every place where it can stand: as a page it shows, and does nothing."""
    with open(ATTACKS, encoding="utf-8") as lines:
        attacks = lines.read().splitlines()
    cells = ["// %% [markdown]\n" + "\n".join("// " + a for a in attacks)]
    for i, a in enumerate(attacks):
        cells.append("// %% [markdown]\n// ## " + a + "\n// [x](" + a + ") ![" + a + "](" + a + ") $" + a + "$ `" + a + "`")
        cells.append("// %% " + a + "\nvar said" + str(i) + " = " + json.dumps(a) + " // " + a)
    everywhere = ' '.join(f'display(a, "{mime}");' for mime in ("text/html", "image/svg+xml", "text/markdown", "text/latex", "text/plain", "image/png"))
    cells.append("// %% shown\nfor (String a : List.of(" + ", ".join(map(json.dumps, attacks + FORMULAS)) + ")) { " + everywhere + " System.out.println(a); }")
    cells.append("// %% [markdown]\n// " + "\n// ".join(f"${f}$" for f in FORMULAS))
    cells += [f"// %% thrown\nthrow new RuntimeException(said{i})" for i in range(0, len(attacks), 20)]
    cells.append("// %% [raw]\n" + "\n".join("// " + a for a in attacks))
    notebook, html = scratch.path("<img src=x onerror=alert(1)>.jsh"), scratch.path("attacks.html")
    with open(notebook, "w", encoding="utf-8") as out:
        out.write("\n\n".join(cells) + "\n")
    done = subprocess.run([scratch.LAUNCHER, "run", "--keep-going", "--html", html, notebook], capture_output=True, text=True)
    assert done.returncode == 1, f"the cells that throw are said: {done.returncode}\n{done.stdout[-2000:]}{done.stderr}"
    browser.chrome.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": TELL})
    _, console = browser.see(html, 1500, "light")
    console = [line for line in console if not line["message"].endswith("net::ERR_FILE_NOT_FOUND")]  # pictures that are not there
    live = browser.chrome.execute_script(LIVE)
    assert live["elements"] > 5 * len(attacks), live
    assert not live["scripts"] and not live["handlers"] and not live["addresses"], live
    assert not console, f"the page of attacks is not quiet: {console}"
    bare = scratch.path("bare.html")
    with open(bare, "w", encoding="utf-8") as out:
        out.write("<!DOCTYPE html><meta charset=utf-8>" + "".join(f"<div>{a}</div>" for a in attacks if re.match(r"<(img|svg|details|video|input)\b.*>$", a)))
    browser.chrome.get("file://" + bare)
    console = browser.chrome.get_log("browser")
    ran = sum("AN ATTACK RAN" in line["message"] for line in console)
    assert ran > 10, f"as it stands the same text attacks, or the check checks nothing: {ran}"
    return len(attacks), ran


def main():
    notebooks = sorted(glob.glob(os.path.join(NOTEBOOKS, "**", "*.jsh"), recursive=True))
    lessons = [n for n in notebooks if os.path.basename(os.path.dirname(n)) != "models"]
    assert len(lessons) >= 13, lessons
    each(there_and_back, notebooks)
    print(f"{len(notebooks)} notebooks there and back, valid", flush=True)
    scratch.install()
    each(executed, notebooks)
    print(f"{len(notebooks)} executed by nbconvert", flush=True)
    pages = each(page, lessons)
    browser = Browser()
    try:
        for html in pages:
            looked_at(browser, html)
        attacks, ran = attacked(browser)
    finally:
        browser.chrome.quit()
    print(f"{len(pages)} pages looked at")
    print(f"a page of {attacks} attacks ran none of them; the bare text ran {ran}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
