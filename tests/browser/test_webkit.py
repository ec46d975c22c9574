"""Every page in WebKit, the engine of Safari, which Playwright does not have: what matters there, in one walk."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait
from selenium.webdriver.webkitgtk.service import Service

from browser.reader import CONTENT_PAGES, HOMES, LANGUAGES
from browser.test_pictures import pages_with
from second_opinion.data.studies import HUNDRED
from second_opinion.data.who_does_what import LANES
from upkeep import engines
from upkeep.system_packages import find

# What Selenium says of its own parts.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:selenium.*")

# The script has run where it unfolds all for paper.
RUNS = "dispatchEvent(new Event('beforeprint')) && !document.querySelector('details:not([open])')"
# What a page shows.
SEEN = """
  const shown = e => getComputedStyle(e);
  const drawn = [...document.querySelectorAll("main use")].filter(e => e.closest("svg").checkVisibility());
  const terms = [...document.querySelectorAll("main button[popovertarget]")].filter(e => e.checkVisibility());
  return {
    titles: document.querySelectorAll("h1").length,
    plain: terms.filter(e => shown(e).textDecorationLine !== "underline"
      || shown(e).textDecorationStyle !== "dotted").map(e => e.textContent),
    terms: terms.length,
    empty: drawn.filter(e => e.getBBox().width === 0).length,
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  };
"""


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Return the environment of a screen that nobody sees, with something that manages its windows."""
    home = tmp_path_factory.mktemp("webkit")
    home.chmod(0o700)
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as display:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        env = {
            "PATH": os.environ["PATH"],
            "DISPLAY": f":{number}",
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
        }
        with subprocess.Popen(["openbox"], env=env, stderr=subprocess.DEVNULL) as windows:
            yield env
            windows.terminate()
        display.terminate()


@pytest.fixture(scope="module")
def webkit(screen: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.WebKitGTK]:
    """Return WebKit with one window."""
    log: Path = tmp_path_factory.mktemp("log") / "webkit.log"
    driver = webdriver.WebKitGTK(
        service=Service(find(engines.WEBKIT, os.environ), env=screen, log_path=str(log))
    )
    driver.set_window_size(1280, 900)
    yield driver
    driver.quit()


def wait(driver: webdriver.WebKitGTK, condition: str) -> Any:
    """Wait until an expression in the page is true, and return what it is."""
    return WebDriverWait(driver, 10, poll_frequency=0.05).until(
        lambda _: driver.execute_script(f"return {condition}"), f"{driver.current_url}: {condition}"
    )


def press(driver: webdriver.WebKitGTK, keys: str) -> None:
    """Press keys where the focus is."""
    ActionChains(driver, duration=0).send_keys(keys).perform()


def test_a_page_of_each_kind_runs_its_script_underlines_its_terms_and_does_not_scroll_sideways(
    webkit: webdriver.WebKitGTK, base_url: str, site: Path, paths: list[str]
) -> None:
    faults, terms = [], 0
    pictures = {*pages_with(site, HUNDRED), *pages_with(site, LANES)}
    some = {*HOMES.values(), *CONTENT_PAGES.values(), *pictures, *paths[::12]}
    for path in sorted(some):
        webkit.get(base_url + path)
        wait(webkit, RUNS)
        seen = webkit.execute_script(SEEN)
        terms += seen.pop("terms")
        if seen != {"titles": 1, "plain": [], "empty": 0, "sideways": 0}:
            faults.append(f"{path}: {seen}")
    assert not faults, "\n".join(faults)
    assert terms > len(some)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_search_the_menu_a_term_and_the_estimate_work_by_keyboard(
    webkit: webdriver.WebKitGTK, base_url: str, lang: str
) -> None:
    webkit.set_window_size(600, 900)
    webkit.get(base_url + CONTENT_PAGES[lang])
    wait(webkit, "document.hasFocus()")
    webkit.find_element(By.ID, "search-field").click()
    press(webkit, "second opinion")
    wait(webkit, "document.querySelector('[data-results] li a')?.checkVisibility()")
    press(webkit, Keys.ARROW_DOWN)
    wait(webkit, "document.activeElement === document.querySelector('[data-results] li a')")
    press(webkit, Keys.ESCAPE)
    wait(webkit, "!document.querySelector('[data-results]').checkVisibility()")

    webkit.execute_script("document.querySelector('[popovertarget=menu]').focus()")
    press(webkit, Keys.ENTER)
    wait(webkit, "document.activeElement.closest('#menu:popover-open')")
    press(webkit, Keys.ESCAPE)
    wait(webkit, "!document.querySelector('#menu').checkVisibility()")

    webkit.execute_script("document.querySelector('main [popovertarget]').focus()")
    press(webkit, Keys.ENTER)
    wait(webkit, "document.querySelector('main [popover]:popover-open')")
    press(webkit, Keys.ESCAPE)
    wait(webkit, "!document.querySelector('main [popover]:popover-open')")

    webkit.execute_script("document.querySelector('.cost').scrollIntoView()")
    wait(webkit, "document.querySelector('.cost').dataset.isAttached")
    webkit.execute_script("document.querySelector('.cost [data-of=referral]').focus()")
    press(webkit, Keys.ENTER)
    wait(webkit, "document.activeElement === document.querySelector('.cost [data-field=referral]')")
