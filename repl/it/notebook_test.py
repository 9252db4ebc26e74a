#!/usr/bin/python3
"""Clicks through a notebook in Jupyter Notebook with a headless browser: type, run, look at the table, sort it, complete, inspect, page, interrupt, restart;
and nothing of it is run by being opened.

Usage: repl/it/notebook_test.py [LAUNCHER] [--pictures DIRECTORY]
Needs Debian's jupyter-notebook, python3-selenium, chromium, chromium-driver.
"""
import os
import socket
import subprocess
import sys
import time

import nbformat
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

import scratch

PATIENCE = 60
PICTURES = os.path.abspath(sys.argv[sys.argv.index("--pictures") + 1]) if "--pictures" in sys.argv else None
QUIET = ("--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update "
         "--disable-sync --window-size=1100,1000").split()


class Page:
    """The notebook as a person uses it: keys and clicks go in, what is on the screen comes out."""

    def __init__(self, url):
        options = Options()
        options.binary_location = "/usr/bin/chromium"
        for flag in QUIET + ["--user-data-dir=" + scratch.path("browser")]:
            options.add_argument(flag)
        self.browser = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
        self.browser.get(url)
        self.until(lambda: self.script("return window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected()"), "the kernel connects")
        self.taken = 0

    def script(self, code):
        return self.browser.execute_script(code)

    def until(self, condition, what):
        def holds(_):
            try:
                return condition()
            except Exception:
                return False
        try:
            return WebDriverWait(self.browser, PATIENCE, poll_frequency=0.1).until(holds)
        except Exception:
            self.picture("failed")
            raise AssertionError(f"not within {PATIENCE} s: {what}\n" + self.script("return document.querySelector('#notebook-container').innerText"))

    def cells(self):
        return self.browser.find_elements(By.CSS_SELECTOR, "#notebook-container .code_cell")

    def type(self, text):
        """Types into the last cell; a person's editor closes brackets and indents, so it is left to do that."""
        cell = self.cells()[-1]
        cell.find_element(By.CSS_SELECTOR, ".CodeMirror").click()
        keys = cell.find_element(By.CSS_SELECTOR, ".CodeMirror textarea")
        for i, line in enumerate(text.split("\n")):
            keys.send_keys(Keys.ENTER + line if i else line)
        return keys

    def run(self, text, wait=True):
        """Types a cell and runs it with Shift-Enter; gives the cell once it is done."""
        self.type(text)
        return self.enter(wait)

    def enter(self, wait=True):
        count = len(self.cells())
        self.browser.switch_to.active_element.send_keys(Keys.SHIFT, Keys.ENTER)
        self.until(lambda: len(self.cells()) > count, "a new cell below")
        cell = self.cells()[count - 1]
        if wait:
            self.until(lambda: self.prompt(cell).strip("In []:\u00a0").isdigit(), "the cell ends: " + cell.text)
        return cell

    @staticmethod
    def prompt(cell):
        return cell.find_element(By.CSS_SELECTOR, ".input_prompt").text

    def picture(self, name):
        if PICTURES:
            os.makedirs(PICTURES, exist_ok=True)
            self.browser.save_screenshot(os.path.join(PICTURES, name + ".png"))


def check(page):
    opened(page)
    cell = page.run("input(3, 32, 32)\nconv2d(16, 3, padding(1))\nbatchNorm2d()\nrelu()\nmaxPool2d(2)\nflatten()\nlinear(10)")
    table = cell.find_element(By.CSS_SELECTOR, ".output table.layerbook")
    assert "conv2d 3→16 k3 p1" in table.text and "40,970" in table.text, table.text
    page.picture("1-table")
    head = page.script("var s = getComputedStyle(document.querySelector('table.layerbook thead th')); return [s.color, s.backgroundColor]")
    assert head[0] != head[1], head

    chart = page.run("chart()")
    page.until(lambda: chart.find_element(By.CSS_SELECTOR, ".output svg rect").size["width"] > 0, "the chart is drawn where there is no Vega")
    assert "98.8 %" in chart.text, chart.text
    page.picture("1-chart")

    tried = page.run('whatIf(1, "kernelSize", 1, 3, 5)')
    assert "1,216" in tried.find_element(By.CSS_SELECTOR, ".output table.layerbook").text, "a table where there are no widgets"
    grounds = page.script("return [...document.querySelectorAll('table.layerbook tbody tr:not(.new)')].map(r => getComputedStyle(r).backgroundColor)")
    assert set(grounds) == {"rgba(0, 0, 0, 0)"}, f"rows take the ground of the page, whatever its theme: {grounds}"

    heads = table.find_elements(By.CSS_SELECTOR, "thead th")
    column = [h.text for h in heads].index("params")
    params = lambda: [row.find_elements(By.TAG_NAME, "td")[column].text for row in table.find_elements(By.CSS_SELECTOR, "tbody tr")]
    heads[column].click()
    assert params() == ["0", "0", "0", "32", "448", "40,970", ""], params()
    heads[column].click()
    assert params() == ["", "40,970", "448", "32", "0", "0", "0"], params()

    cell = page.run("explain(1)")
    page.until(lambda: cell.find_elements(By.CSS_SELECTOR, ".output .MathJax, .output .MathJax_SVG, .output .MathJax_CHTML"), "the formulas are set")
    page.picture("2-formulas")

    cell = page.run("linear(1024, 64)")
    error = cell.find_element(By.CSS_SELECTOR, ".output_error").text
    assert "does not fit its input" in error and "line 1" in error and "^^^^" in error, error
    page.picture("3-error")

    page.type("maxPo").send_keys(Keys.TAB)
    shown = page.until(lambda: page.browser.find_element(By.CSS_SELECTOR, ".completions"), "completions")
    assert "maxPool2d" in shown.text, shown.text
    page.picture("4-completion")
    page.browser.switch_to.active_element.send_keys(Keys.DOWN, Keys.ENTER)
    page.until(lambda: page.script("return Jupyter.notebook.get_selected_cell().get_text()").startswith("maxPool2d("), "the completion is taken")
    page.cells()[-1].find_element(By.CSS_SELECTOR, ".CodeMirror textarea").send_keys(Keys.SHIFT, Keys.TAB)
    shown = page.until(lambda: page.browser.find_element(By.CSS_SELECTOR, ".ipython_tooltip .tooltiptext"), "the tooltip")
    page.until(lambda: "maxPool2d(kernelSize" in shown.text, "the tooltip says what the layer takes")
    page.picture("5-tooltip")
    page.browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    page.script("Jupyter.notebook.get_selected_cell().set_text('')")

    page.run("?conv2d")
    page.until(lambda: "input channels" in page.browser.find_element(By.CSS_SELECTOR, "#pager-contents, #pager").text, "the pager opens")
    page.picture("6-pager")
    page.browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    page.script("Jupyter.pager.collapse()")

    cell = page.run("var name = new Scanner(System.in).nextLine()", wait=False)
    asked = page.until(lambda: cell.find_element(By.CSS_SELECTOR, "input.raw_input"), "the cell asks")
    asked.send_keys("Ada" + Keys.ENTER)
    page.until(lambda: 'name ==> "Ada"' in cell.text, "what was answered arrives")

    page.run("/predict params")
    cell = page.run("linear(5)", wait=False)
    page.until(lambda: "how many parameters" in cell.text, "a prediction is asked for")
    asked = page.until(lambda: cell.find_element(By.CSS_SELECTOR, "input.raw_input"), "with a place for the answer")
    asked.send_keys("50" + Keys.ENTER)
    page.until(lambda: "Not 50 but 55: the bias was forgotten." in cell.text, "the answer is marked, and its slip named")
    page.picture("6-prediction")
    page.run("/predict off")

    cell = page.run("while (true) { }", wait=False)
    page.until(lambda: "*" in page.prompt(cell), "the loop runs")
    page.browser.find_element(By.CSS_SELECTOR, "button[data-jupyter-action='jupyter-notebook:interrupt-kernel']").click()
    page.until(lambda: "Interrupted" in cell.text, "the loop is interrupted")
    assert "14" in page.run("7 + 7").text, "a kernel that was interrupted goes on"
    page.picture("7-interrupted")

    again(page)

    page.browser.find_element(By.CSS_SELECTOR, "button[data-jupyter-action='jupyter-notebook:confirm-restart-kernel']").click()
    page.until(lambda: page.browser.find_element(By.CSS_SELECTOR, ".modal.in .btn-danger").is_displayed(), "a restart is to be confirmed")
    page.browser.find_element(By.CSS_SELECTOR, ".modal.in .btn-danger").click()
    page.until(lambda: not page.browser.find_elements(By.CSS_SELECTOR, ".modal.in"), "the restart was confirmed")
    page.until(lambda: page.script("return Jupyter.notebook.kernel.is_connected()"), "the kernel is there again")
    page.script("Jupyter.notebook.select(Jupyter.notebook.ncells() - 1)")
    cell = page.run("name")
    assert "cannot find symbol" in cell.text, "a restarted kernel has forgotten its variables: " + cell.text
    assert page.prompt(cell).strip("In []:\u00a0") == "1", page.prompt(cell)
    page.picture("9-restarted")


def opened(page):
    """A notebook that was opened, with a kernel that has begun, has run nothing of itself before it is told to."""
    assert page.run("6 * 7").text.endswith("42"), "the kernel works"
    assert not os.path.exists(scratch.path("opened")) and page.prompt(page.cells()[0]).strip("In []:\u00a0") == "", "run by being opened"
    page.script("Jupyter.notebook.get_cell(0).execute()")
    page.until(lambda: os.path.exists(scratch.path("opened")), "run once it is told to")


def again(page):
    """A cell that is run again replaces what it added, and the cells behind it are said to be stale."""
    page.run("input(1, 8, 8)")
    layer = page.run("conv2d(4, 3)")
    page.run("relu()")
    last = lambda: [row.text.split()[0] + " " + row.text.split()[1] for row in layer.find_elements(By.CSS_SELECTOR, ".output table.layerbook tbody tr")]
    before = last()
    number = page.prompt(layer)
    page.script("Jupyter.notebook.select(Jupyter.notebook.ncells() - 3); Jupyter.notebook.execute_selected_cells()")
    page.until(lambda: page.prompt(layer) != number and "*" not in page.prompt(layer), "the layer's cell runs again")
    assert last() == before, f"nothing was changed, so nothing is added: {before}, {last()}"
    page.script("var c = Jupyter.notebook.get_cell(Jupyter.notebook.ncells() - 3); c.set_text('conv2d(8, 3)'); c.execute()")
    page.until(lambda: "stale" in layer.text, "the cell behind a changed one is said to be stale")
    assert last()[-1].split()[0] == before[-1].split()[0], f"what was there is replaced: {before}, {last()}"
    page.picture("8-stale")
    page.script("Jupyter.notebook.select(Jupyter.notebook.ncells() - 1)")


def main():
    scratch.install()
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell('Files.createFile(Path.of("%s"))' % scratch.path("opened")), nbformat.v4.new_code_cell()],
                                           metadata={"kernelspec": {"name": "layerbook", "display_name": "Layerbook", "language": "java"}})
    nbformat.write(notebook, scratch.path("first.ipynb"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = open(scratch.path("server.log"), "w+")
    server = subprocess.Popen(["/usr/bin/python3", "-m", "notebook", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}", "--NotebookApp.token=",
                               "--NotebookApp.password=", "--notebook-dir=" + scratch.DIRECTORY.name], stdout=log, stderr=log)
    page = None
    try:
        for _ in range(10 * PATIENCE):
            with socket.socket() as there:
                if there.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        page = Page(f"http://127.0.0.1:{port}/notebooks/first.ipynb")
        check(page)
        print("clicked through")
        return 0
    except BaseException:
        log.seek(0)
        print(log.read()[-3000:], file=sys.stderr)
        raise
    finally:
        if page:
            page.browser.quit()
        server.terminate()
        server.wait(30)


if __name__ == "__main__":
    sys.exit(main())
