"""A form sent many times at the same moment, on a real server: one record, and the same answer for all."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page

SignedIn = Callable[..., Page]
SEND = """async ([times, change]) => {
  const form = document.querySelector("#act-form form, main form[method=post]");
  const sent = Array.from({length: times}, () => {
    const body = new FormData(form);
    if (change) body.set("percent", change);
    return fetch(form.action, {method: "POST", body}).then((answer) => [answer.status, answer.redirected, answer.url]);
  });
  return Promise.all(sent);
}"""


def test_a_progress_report_sent_eight_times_at_once_is_made_once(page_as: SignedIn) -> None:
    page = page_as("reporter")
    page.goto("/nhiem-vu/?group=running")
    page.locator("tbody td.what a").first.click()
    page.wait_for_load_state()
    task = page.url
    form = page.locator("a[href*='/tien-do/']").first.get_attribute("href")
    assert form is not None
    page.goto(form)
    page.fill("[name=percent]", "35")
    page.fill("[name=text]", "Đã họp với các phường (gửi lặp)")
    answers = page.evaluate(SEND, [8, ""])
    assert answers == [answers[0]] * 8
    assert answers[0][:2] == [200, True]
    assert [status for status, *_ in page.evaluate(SEND, [2, "45"])] == [422, 422]
    page.goto(task)
    assert len(re.findall(r"gửi lặp", page.locator("main").inner_text())) == 1
