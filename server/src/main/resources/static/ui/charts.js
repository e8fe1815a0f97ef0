// The charts of one pool. What is unknown interrupts a line; it is never drawn at zero.
/* global uPlot */
const numbers = document.getElementById('chart-numbers');
const data = JSON.parse(numbers.textContent);
const window_ = data.at.length > 1 ? data.at[data.at.length - 1] - data.at[0] : 900;
const charts = [];

const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const count = (v) => (v == null ? '?' : v >= 100 ? v.toFixed(0) : v === Math.round(v) ? String(v) : v.toFixed(1));
const seconds = (v) => (v == null ? '?' : v >= 9.95 ? `${v.toFixed(0)} s` : v >= 0.9995 ? `${v.toFixed(1)} s` : v * 1000 >= 9.95 || v === 0 ? `${(v * 1000).toFixed(0)} ms` : `${(v * 1000).toFixed(1)} ms`);
const two = (n) => String(n).padStart(2, '0');
function utc(at) {
  const d = new Date(at * 1000);
  const day = window_ > 129600 ? `${d.getUTCDate()} ${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][d.getUTCMonth()]} ` : '';
  return `${day}${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`;
}

const PLANS = [
  {
    id: 'chart-load', height: 230, words: count,
    // Stacked by hand: the area of idle lies on used, that of waiting on the limit's own ground.
    columns: (c) => [c.used, c.used.map((u, i) => (u == null || c.idle[i] == null ? null : u + c.idle[i])), c.pending, c.max],
    raw: (c) => [c.used, c.idle, c.pending, c.max],
    series: [
      { name: 'used', color: '--used', fill: 0.55, width: 1.5 },
      { name: 'idle', color: '--idle', fill: 0.45, width: 1 },
      { name: 'waiting', color: '--wait', width: 2, dash: [2, 3] },
      { name: 'limit', color: '--ink', width: 1.4, dash: [6, 4] },
    ],
    order: [1, 0, 2, 3],
  },
  {
    id: 'chart-wait', height: 130, words: seconds,
    columns: (c) => [c.wait_mean, c.wait_p95, c.wait_max],
    series: [
      { name: 'mean', color: '--used', width: 2 },
      { name: 'p95', color: '--plum', width: 1.6, dash: [7, 3] },
      { name: 'longest', color: '--wait', width: 1.6, dash: [2, 3] },
    ],
  },
  {
    id: 'chart-flow', height: 120, words: count,
    columns: (c) => [c.throughput, c.created],
    series: [
      { name: 'throughput', color: '--used', width: 2 },
      { name: 'opened', color: '--plum', width: 1.6, dash: [7, 3] },
    ],
  },
  {
    id: 'chart-use', height: 120, words: seconds,
    columns: (c) => [c.use_mean, c.use_p95],
    series: [
      { name: 'mean', color: '--used', width: 2 },
      { name: 'p95', color: '--plum', width: 1.6, dash: [7, 3] },
    ],
  },
  {
    id: 'chart-timeouts', height: 90, words: count,
    columns: (c) => [c.timeouts],
    series: [{ name: 'timeouts', color: '--wait', width: 1.5, fill: 0.5 }],
  },
];

function alpha(color, share) {
  const hex = color.replace('#', '');
  return `rgba(${parseInt(hex.slice(0, 2), 16)},${parseInt(hex.slice(2, 4), 16)},${parseInt(hex.slice(4, 6), 16)},${share})`;
}

function marks(u) {
  const { ctx } = u;
  const kinds = { alert: '--over', recovery: '--good', deployment: '--plum', change: '--plum' };
  ctx.save();
  ctx.font = `${13 * devicePixelRatio}px system-ui, "DejaVu Sans", sans-serif`;
  ctx.textAlign = 'center';
  for (const mark of data.markers) {
    const x = u.valToPos(mark.at, 'x', true);
    if (x < u.bbox.left || x > u.bbox.left + u.bbox.width) continue;
    ctx.strokeStyle = ctx.fillStyle = style(kinds[mark.kind] || '--muted');
    ctx.globalAlpha = 0.6;
    ctx.setLineDash([3 * devicePixelRatio, 3 * devicePixelRatio]);
    ctx.beginPath();
    ctx.moveTo(x, u.bbox.top);
    ctx.lineTo(x, u.bbox.top + u.bbox.height);
    ctx.stroke();
    ctx.globalAlpha = 1;
    ctx.fillText(mark.shape, x, u.bbox.top - 4 * devicePixelRatio);
  }
  ctx.restore();
}

function key(plan, figure) {
  const box = document.createElement('div');
  box.className = 'key';
  plan.values = plan.series.map((series) => {
    const it = document.createElement('span');
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 22 8');
    svg.setAttribute('aria-hidden', 'true');
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    line.setAttribute('d', 'M0 4H22');
    line.style.stroke = `var(${series.color})`;
    line.setAttribute('stroke-width', series.fill ? '6' : '2.4');
    if (series.dash) line.setAttribute('stroke-dasharray', series.dash.join(' '));
    svg.append(line);
    const value = document.createElement('b');
    it.append(svg, `${series.name} `, value);
    box.append(it);
    return value;
  });
  figure.querySelector('figcaption').append(box);
}

function tell(plan, at) {
  const raw = (plan.raw || plan.columns)(data.columns);
  plan.values.forEach((it, i) => { it.textContent = plan.words(raw[i][at] ?? null); });
}

function draw(plan) {
  const figure = document.getElementById(plan.id);
  const place = figure.querySelector('.plot');
  place.replaceChildren();
  const columns = plan.columns(data.columns);
  if (!columns.some((column) => column.some((v) => v != null))) {
    const none = document.createElement('p');
    none.className = 'empty';
    none.textContent = '? nothing of this is known in this time';
    place.append(none);
    figure.querySelector('.key')?.remove();
    return null;
  }
  if (!figure.querySelector('.key')) key(plan, figure);
  const order = plan.order || plan.series.map((_, i) => i);
  const ink = style('--muted');
  const axis = { stroke: ink, font: '12px system-ui, "DejaVu Sans", sans-serif', grid: { stroke: style('--rule'), width: 1 }, ticks: { stroke: style('--rule'), size: 4 } };
  const chart = new uPlot({
    width: place.clientWidth, height: plan.height, padding: [18, 10, 2, 0],
    legend: { show: false },
    cursor: { sync: { key: 'pool' }, points: { size: 6 }, drag: { x: true, y: false, setScale: false } },
    select: { show: true },
    scales: { x: { time: false }, y: { range: (_, low, high) => [0, high > 0 ? high * 1.12 : 1] } },
    axes: [
      { ...axis, size: 30, values: (_, splits) => splits.map(utc), space: 80, incrs: [5, 10, 15, 30, 60, 120, 180, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800] },
      { ...axis, size: 58, values: (_, splits) => splits.map(plan.words), space: 26 },
    ],
    series: [{}, ...order.map((i) => {
      const it = plan.series[i];
      const color = style(it.color);
      return { label: it.name, stroke: color, width: it.width, dash: it.dash, fill: it.fill ? alpha(color, it.fill) : undefined, points: { show: false }, spanGaps: false };
    })],
    hooks: {
      draw: [marks],
      setCursor: [(u) => tell(plan, u.cursor.idx ?? data.at.length - 1)],
      setSelect: [(u) => zoom(u)],
    },
  }, [data.at, ...order.map((i) => columns[i])], place);
  tell(plan, data.at.length - 1);
  return chart;
}

/** A time marked with the mouse is a new address, so that it can be sent to somebody. */
function zoom(u) {
  if (u.select.width < 12) return;
  const from = new Date(u.posToVal(u.select.left, 'x') * 1000);
  const to = new Date(u.posToVal(u.select.left + u.select.width, 'x') * 1000);
  const iso = (d) => `${d.toISOString().slice(0, 19)}Z`;
  location.search = `?from=${iso(from)}&to=${iso(to)}`;
}

function all() {
  charts.length = 0;
  for (const plan of PLANS) charts.push({ plan, chart: draw(plan) });
  document.documentElement.dataset.charts = 'drawn';
}

document.addEventListener('poolwright:theme', all);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', all);
let width = 0;
new ResizeObserver(([entry]) => {
  const now = Math.round(entry.contentRect.width);
  if (now === width) return;
  width = now;
  for (const { plan, chart } of charts) chart?.setSize({ width: document.getElementById(plan.id).querySelector('.plot').clientWidth, height: plan.height });
}).observe(document.getElementById('charts'));

document.addEventListener('poolwright:point', ({ detail }) => {
  if (data.at.length > 0 && detail.at <= data.at[data.at.length - 1]) return;
  data.at.push(detail.at);
  for (const [name, value] of Object.entries(detail.columns)) data.columns[name].push(value);
  while (data.at.length > 2 && detail.at - data.at[0] > window_ + 1) {
    data.at.shift();
    for (const column of Object.values(data.columns)) column.shift();
  }
  for (const it of charts) {
    if (!it.chart) { it.chart = draw(it.plan); continue; }
    const columns = it.plan.columns(data.columns);
    const order = it.plan.order || it.plan.series.map((_, i) => i);
    it.chart.setData([data.at, ...order.map((i) => columns[i])]);
    if (it.chart.cursor.idx == null) tell(it.plan, data.at.length - 1);
  }
});
all();
