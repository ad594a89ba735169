// Draws trend charts with ECharts from the typed spec of TrendSpec.cs. No option, script or HTML comes from the server: only data.
const charts = new Map();
let library;

const shapes = ["circle", "rect", "triangle", "diamond", "roundRect", "arrow", "pin", "circle"];
const dashes = ["solid", "dashed", "dotted", "solid", "dashed", "dotted", "solid", "dashed"];
// Okabe and Ito's colours, darkened or lightened to stand 3 : 1 against the background.
const lightColours = ["#0b5394", "#b35900", "#00735c", "#a6457e", "#5c4b00", "#3a7ca5", "#6f4bb3", "#444444"];
const darkColours = ["#8cc2f5", "#f2a65a", "#6fd3b0", "#e79ac6", "#f0e442", "#56b4e9", "#c3aef5", "#d0d0d0"];

function load(source) {
  library ??= globalThis.echarts ? Promise.resolve() : new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.onload = resolve;
    script.onerror = () => { library = undefined; reject(new Error("chart library not loaded")); };
    document.head.append(script);
  });
  return library;
}

function palette(element) {
  const style = getComputedStyle(element);
  const read = (name, otherwise) => style.getPropertyValue(name).trim() || otherwise;
  const surface = read("--mud-palette-surface", "#ffffff");
  return {
    text: read("--mud-palette-text-primary", "#1b2530"),
    muted: read("--mud-palette-text-secondary", "#4a5865"),
    line: read("--mud-palette-divider", "#dde3e9"),
    surface,
    target: read("--mud-palette-text-secondary", "#4a5865"),
    colours: isDark(surface) ? darkColours : lightColours,
    font: style.fontFamily,
  };
}

function isDark(colour) {
  const probe = document.createElement("canvas").getContext("2d");
  probe.fillStyle = colour;
  const hex = probe.fillStyle;
  if (!hex.startsWith("#")) return false;
  const [red, green, blue] = [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
}

function line(text, weight) {
  const element = document.createElement("div");
  element.textContent = text;
  if (weight) element.style.fontWeight = weight;
  return element;
}

function hover(spec, index, colours) {
  const box = document.createElement("div");
  box.style.whiteSpace = "normal";
  box.append(line(spec.weeks[index].heading, "600"));
  spec.series.forEach((series, at) => {
    const point = series.points[index];
    const row = document.createElement("div");
    const dot = document.createElement("span");
    dot.textContent = "■ ";
    dot.style.color = colours[at % colours.length];
    row.append(dot, `${series.name}：${point.text}`);
    if (point.parts) row.append(`（${point.parts}）`);
    box.append(row);
    if (point.note) box.append(line(point.note));
  });
  if (spec.target?.labels[index]) box.append(line(spec.target.labels[index]));
  spec.events.filter(each => each.at === index).forEach(each => box.append(line(`${each.mark} ${each.text}`)));
  return box;
}

// A thin line through each week in which something happened, with the numbers of the list below the chart.
function happenings(spec, look) {
  const weeks = [...new Set(spec.events.map(each => each.at))];
  return {
    symbol: "none", silent: true, animation: false,
    lineStyle: { type: "dotted", width: 1, color: look.muted },
    data: weeks.map(at => ({
      xAxis: at,
      label: {
        show: true, position: spec.isInverted ? "start" : "end", distance: 3, color: look.text, fontFamily: look.font, fontSize: 14,
        formatter: spec.events.filter(each => each.at === at).map(each => each.mark).join(""),
      },
    })),
  };
}

function option(element, spec) {
  const look = palette(element);
  const narrow = element.clientWidth < 560;
  const many = spec.series.length > 1;
  // Beside the line where there is room, otherwise in the legend: nowhere over the points.
  const legend = [...(many ? spec.series.map(each => each.name) : []), ...(narrow && spec.target ? [spec.target.label] : [])];
  const text = { color: look.text, fontFamily: look.font };
  const series = spec.series.map((each, at) => ({
    name: each.name,
    type: "line",
    connectNulls: false,
    showAllSymbol: true,
    symbol: shapes[at % shapes.length],
    symbolSize: spec.weeks.length > 30 ? 4 : 7,
    lineStyle: { width: 2.5, type: many ? dashes[at % dashes.length] : "solid" },
    emphasis: { focus: "series" },
    data: each.points.map(point => point.isMarked
      ? { value: point.value, symbolSize: 9, itemStyle: { color: look.surface, borderColor: look.colours[at % look.colours.length], borderWidth: 2 } }
      : { value: point.value }),
  }));
  if (spec.events.length > 0 && series.length > 0) series[0].markLine = happenings(spec, look);
  if (spec.target) {
    const held = spec.target.values.findLastIndex(value => value !== null);
    series.push({
      name: spec.target.label,
      type: "line",
      step: "middle",
      symbol: "none",
      silent: true,
      lineStyle: { type: [6, 5], width: 1.5, color: look.target },
      itemStyle: { color: look.target },
      data: spec.target.values,
      markPoint: {
        symbol: "rect", symbolSize: 0.1, silent: true,
        label: { show: true, formatter: spec.target.label, position: "right", distance: 8, color: look.target, fontFamily: look.font, fontSize: 12 },
        data: narrow || held < 0 ? [] : [{ coord: [held, spec.target.values[held]] }],
      },
    });
  }
  return {
    animation: false,
    color: look.colours,
    textStyle: { fontFamily: look.font },
    grid: { left: 8, right: narrow ? 16 : spec.target ? 96 : 28, top: legend.length > 0 ? 58 : 34, bottom: 8, containLabel: true },
    legend: { show: legend.length > 0, type: "scroll", top: 0, left: 0, right: 0, data: legend, textStyle: text, pageTextStyle: text, pageIconColor: look.text },
    tooltip: {
      trigger: "axis", confine: true, order: "seriesAsc",
      backgroundColor: look.surface, borderColor: look.line, textStyle: { ...text, fontSize: 13 },
      extraCssText: "max-width:min(340px,84vw)",
      axisPointer: { type: "line", lineStyle: { color: look.muted } },
      formatter: items => hover(spec, items[0].dataIndex, look.colours),
    },
    xAxis: {
      type: "category", boundaryGap: spec.weeks.length < 3, data: spec.weeks.map(week => week.label),
      axisLabel: { color: look.muted, fontFamily: look.font, hideOverlap: true, interval: "auto" },
      axisLine: { onZero: false, lineStyle: { color: look.muted } }, axisTick: { show: false },
    },
    yAxis: {
      type: "value", scale: true, inverse: spec.isInverted, min: spec.isInverted ? 1 : null,
      max: extent => spec.measure === "%" && extent.max > 90 && extent.max <= 100 ? 100 : null,
      minInterval: spec.decimals === 0 ? 1 : 0,
      name: spec.isInverted ? "位次" : `单位：${spec.measure}`, nameLocation: spec.isInverted ? "start" : "end",
      nameTextStyle: { color: look.muted, fontFamily: look.font, align: "left", padding: [0, 0, 0, -6] },
      axisLabel: { color: look.muted, fontFamily: look.font }, splitLine: { lineStyle: { color: look.line } },
    },
    series,
  };
}

function paint(element) {
  const state = charts.get(element);
  if (!state || element.clientWidth === 0) return;
  state.chart.resize();
  state.chart.setOption(option(element, state.spec), { notMerge: true });
}

export async function draw(element, spec, source) {
  await load(source);
  if (!element || !element.isConnected) return;
  let state = charts.get(element);
  if (!state) {
    state = { chart: globalThis.echarts.init(element, null, { renderer: "canvas" }) };
    state.size = new ResizeObserver(() => paint(element));
    charts.set(element, state);
    state.spec = spec;
    state.size.observe(element);
  }
  state.spec = spec;
  paint(element);
}

export function remove(element) {
  const state = charts.get(element);
  if (!state) return;
  state.size.disconnect();
  state.chart.dispose();
  charts.delete(element);
}

// The theme's colours stand in a style element that is rewritten when the reader changes between light and dark.
const ofStyle = node => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest("style");
const themes = new MutationObserver(changes => {
  if (charts.size > 0 && changes.some(change => ofStyle(change.target) || [...change.addedNodes].some(ofStyle))) {
    requestAnimationFrame(() => charts.forEach((_, element) => paint(element)));
  }
});
themes.observe(document.documentElement, { subtree: true, childList: true, characterData: true });
