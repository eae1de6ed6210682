// Draws each chart from the table that stands behind it, and says when the server is out of
// reach. Nothing depends on it: without it the tables show.
"use strict";
(() => {
  const root = document.documentElement;
  const token = (name) => getComputedStyle(root).getPropertyValue(name).trim();
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const lines = () => [1, 2, 3, 4, 5, 6].map((n) => token(`--line-${n}`));
  const fontSize = () => parseFloat(getComputedStyle(root).fontSize) * 0.86;

  // A table as its heads and rows: the row's head, and of each cell the value it was marked with.
  function read(table) {
    const heads = [...table.querySelectorAll("thead th")].slice(1).map(text);
    const rows = [...table.querySelectorAll("tbody tr")].map((row) => ({
      name: text(row.querySelector("th")),
      values: [...row.querySelectorAll("td")].map((cell) => cell.dataset.v ?? null),
    }));
    return { heads, rows };
  }

  const text = (element) => element?.textContent.trim() ?? "";
  const number = (value) => (value === null || value === "" ? null : Number(value));
  const width = (words) => [...words].reduce(
    (sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? 1 : 0.6), 0);
  const widest = (names) => Math.max(0, ...names.map(width)) * fontSize();

  function axis(more) {
    return {
      axisLine: { lineStyle: { color: token("--rule") } },
      axisTick: { show: false },
      axisLabel: { color: token("--ink-2"), fontSize: fontSize(), hideOverlap: true,
        margin: fontSize() * 0.8 },
      splitLine: { lineStyle: { color: token("--rule-2") } },
      ...more,
    };
  }

  function frame(more) {
    return {
      animation: !isStill,
      animationDuration: 300,
      useUTC: true,
      textStyle: { fontFamily: token("--sans"), color: token("--ink") },
      // Drawn on the canvas: a tooltip of markup would bring styles that the page forbids.
      tooltip: {
        renderMode: "richText", confine: true, backgroundColor: token("--sheet"),
        borderColor: token("--rule"),
        textStyle: { color: token("--ink"), fontSize: fontSize() },
      },
      color: lines(),
      ...more,
    };
  }

  function legend() {
    return { top: 0, left: 0, itemGap: 14, itemWidth: 12, itemHeight: 10, icon: "roundRect",
      textStyle: { color: token("--ink-2"), fontSize: fontSize() } };
  }

  // Rows are units, columns periods, values ranks: who passed whom, and when.
  function bump({ heads, rows }) {
    const most = Math.max(1, ...rows.flatMap((row) => row.values.map(number)));
    return frame({
      grid: { left: fontSize() * 2.2, right: widest(rows.map((row) => row.name)) + fontSize() * 2,
        top: fontSize(), bottom: fontSize() * 2 },
      xAxis: axis({ type: "category", data: heads, boundaryGap: false,
        splitLine: { show: false } }),
      yAxis: axis({ type: "value", inverse: true, min: 1, max: Math.max(2, most), interval: 1,
        axisLine: { show: false } }),
      series: rows.map((row, place) => ({
        type: "line", name: row.name, data: row.values.map(number),
        lineStyle: { width: fontSize() / 5, type: place < 6 ? "solid" : "dashed" },
        symbol: "circle", symbolSize: fontSize() * 0.75, connectNulls: false,
        emphasis: { focus: "series" },
        endLabel: { show: true, formatter: "{a}", color: token("--ink"), fontSize: fontSize(),
          distance: 10 },
        labelLayout: { moveOverlap: "shiftY" },
      })),
    });
  }

  // Rows are months: what was done in each, and all of it so far against the year's plan.
  function against({ heads, rows }, figure) {
    const plan = number(figure.dataset.plan ?? null);
    const [done, sum] = [0, 1].map((column) => rows.map((row) => number(row.values[column])));
    const reached = Math.max(...sum.map((value) => value ?? 0), plan ?? 0);
    return frame({
      legend: legend(),
      tooltip: { ...frame().tooltip, trigger: "axis" },
      grid: { left: 8, right: 16, top: 40, bottom: 4, containLabel: true },
      xAxis: axis({ type: "category", data: rows.map((row) => row.name) }),
      yAxis: axis({ type: "value", max: reached > 0 ? Math.ceil(reached * 110) / 100 : undefined,
        axisLine: { show: false },
        axisLabel: { ...axis().axisLabel, formatter: (value) => String(+value.toFixed(2)) } }),
      series: [
        { type: "bar", name: heads[0], data: done, barMaxWidth: 28,
          itemStyle: { color: token("--part-3") } },
        { type: "line", name: heads[1], data: sum, symbolSize: 7, lineStyle: { width: 2.5 },
          itemStyle: { color: token("--line-1") },
          markLine: plan === null ? undefined : { silent: true, symbol: "none",
            lineStyle: { color: token("--ink"), type: "dashed" },
            label: { formatter: figure.dataset.planName, position: "insideStartTop",
              color: token("--ink"), fontSize: fontSize() },
            data: [{ yAxis: plan }] } },
      ],
    });
  }

  // Rows are stages, columns kinds of days: planned, expected, claimed and recognised.
  function stages({ heads, rows }, figure) {
    const shapes = ["emptyDiamond", "emptyCircle", "emptyTriangle", "circle"];
    const colours = ["--ink-3", "--early", "--warn", "--good"].map(token);
    const named = rows.filter((row) => row.values.some((value) => value));
    const series = heads.slice(0, 4).map((name, column) => ({
      type: "scatter", name, symbol: shapes[column], symbolSize: 11,
      itemStyle: { color: colours[column], borderColor: colours[column], borderWidth: 2 },
      data: named.filter((row) => row.values[column])
        .map((row) => [row.values[column], row.name]),
    }));
    const spans = named.flatMap((row) => {
      const days = row.values.slice(0, 4).filter(Boolean).sort();
      return days.length > 1 ? [[{ coord: [days[0], row.name] },
        { coord: [days[days.length - 1], row.name] }]] : [];
    });
    series[0].markLine = { silent: true, symbol: "none", label: { show: false },
      lineStyle: { color: token("--ink-3"), type: "solid", width: 1.5 }, data: spans };
    if (figure.dataset.today) {
      series[1].markLine = { silent: true, symbol: "none",
        lineStyle: { color: token("--ink-2"), type: "dashed" },
        label: { formatter: figure.dataset.todayName, color: token("--ink-2"),
          fontSize: fontSize(), position: "start" },
        data: [{ xAxis: figure.dataset.today }] };
    }
    return frame({
      legend: { ...legend(), icon: undefined },
      grid: { left: 8, right: 24, top: 52, bottom: 4, containLabel: true },
      tooltip: { ...frame().tooltip,
        formatter: (point) => `${point.value[1]} · ${point.seriesName}  ${point.value[0]}` },
      xAxis: axis({ type: "time", boundaryGap: ["4%", "4%"],
        axisLabel: { ...axis().axisLabel, formatter: "{yyyy}-{MM}" } }),
      yAxis: axis({ type: "category", inverse: true, data: named.map((row) => row.name),
        splitLine: { show: true, lineStyle: { color: token("--rule-2") } } }),
      series,
    });
  }

  // Rows are periods: one figure after the other.
  function series({ rows }) {
    return frame({
      tooltip: { ...frame().tooltip, trigger: "axis" },
      grid: { left: 8, right: 24, top: 16, bottom: 4, containLabel: true },
      xAxis: axis({ type: "category", data: rows.map((row) => row.name), boundaryGap: false }),
      yAxis: axis({ type: "value", scale: true, axisLine: { show: false } }),
      series: [{ type: "line", data: rows.map((row) => number(row.values[0])), symbolSize: 6,
        lineStyle: { width: 2.5 }, itemStyle: { color: token("--line-1") } }],
    });
  }

  const kinds = { bump, against, stages, series };

  // How high a chart is, in lines of text.
  const isWall = root.classList.contains("wall");
  const height = (kind, { rows }) => ({
    bump: rows.length * (isWall ? 1.7 : 2.3) + 3, against: 17, series: 15,
    stages: rows.length * 2 + 5,
  })[kind];

  function fold(figure) {
    const behind = figure.querySelector(".behind");
    if (behind.closest("details") || behind.dataset.fold === undefined) return;
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = behind.dataset.fold;
    behind.replaceWith(details);
    details.append(summary, behind);
  }

  function draw(figure) {
    const kind = figure.dataset.chart;
    const table = figure.querySelector("table");
    if (!window.echarts || !table || !kinds[kind]) return;
    const data = read(table);
    let plot = figure.querySelector(".plot");
    if (!plot) {
      plot = document.createElement("div");
      plot.className = "plot";
      plot.setAttribute("role", "img");
      plot.setAttribute("aria-label", text(figure.querySelector("figcaption")));
      figure.querySelector("figcaption").after(plot);
      fold(figure);
      new ResizeObserver(() => echarts.getInstanceByDom(plot)?.resize()).observe(plot);
    }
    plot.style.height = `${height(kind, data)}em`;
    echarts.getInstanceByDom(plot)?.dispose();
    echarts.init(plot, null, { renderer: "canvas" }).setOption(kinds[kind](data, figure));
    figure.classList.add("drawn");
  }

  const drawAll = (within) => within.querySelectorAll("figure[data-chart]").forEach(draw);

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawAll(document));
  document.addEventListener("htmx:load", (event) => {
    event.detail.elt.querySelectorAll("figure[data-chart]:not(.drawn)").forEach(draw);
  });

  // What could not be fetched is said where it stands, and taken back when it can be again.
  const say = (isOut) => {
    const notice = document.getElementById("out-of-reach");
    if (notice) notice.hidden = !isOut;
  };
  for (const name of ["sendError", "responseError", "timeout"])
    document.addEventListener(`htmx:${name}`, () => say(true));
  document.addEventListener("htmx:afterOnLoad", (event) => {
    if (event.detail.successful) say(false);
  });

  // What was left empty need not stand in the address.
  document.addEventListener("htmx:configRequest", (event) => {
    const data = event.detail.formData;
    for (const name of new Set([...data.keys()]))
      if (data.getAll(name).every((value) => value === "")) data.delete(name);
  });

  // Columns are named in the address only once they have been chosen.
  for (const choice of document.querySelectorAll("details.choose")) {
    const fields = choice.querySelector("fieldset");
    fields.disabled = choice.dataset.chosen === "";
    choice.addEventListener("toggle", () => { fields.disabled = false; });
  }

  // Whoever typed into a form is asked before it is left unsent.
  for (const form of document.querySelectorAll("form.command")) {
    let isUnsent = form.dataset.unsent !== undefined;
    form.addEventListener("input", () => { isUnsent = true; });
    form.addEventListener("submit", () => { isUnsent = false; });
    addEventListener("pageshow", (event) => { if (event.persisted) isUnsent = true; });
    addEventListener("beforeunload", (event) => { if (isUnsent) event.preventDefault(); });
  }

  drawAll(document);
})();
