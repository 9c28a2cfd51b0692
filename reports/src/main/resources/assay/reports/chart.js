'use strict';
/* Draws past tests, candidates and picks over the two columns chosen in the drop-downs. */
(() => {
  const data = JSON.parse(document.getElementById('chart-data').textContent);
  const place = document.getElementById('chart');
  const caption = document.getElementById('chart-text');
  const chooseX = document.getElementById('axis-x');
  const chooseY = document.getElementById('axis-y');
  place.classList.add('drawn');
  const chart = echarts.init(place);

  const ofPast = { result: data.past.result, value: data.past.value };
  const isMeasured = key => key in ofPast;
  const grouped = n => n.toLocaleString('en').replaceAll(',', '\u202f');
  const count = (n, one, many) => `${n < 10000 ? n : grouped(n)} ${n === 1 ? one : many}`;

  function columnOf(key) {
    if (key === 'result') return data.result;
    if (key === 'value') return { label: 'value', name: 'value', unit: '' };
    if (key === 'strip') return { label: '', name: '', unit: '' };
    return data.settings[Number(key)];
  }

  /* A repeatable number in -0.5 .. 0.5 for point i. */
  function jitter(i, salt) {
    let h = Math.imul(i + 1, 0x9e3779b1) ^ Math.imul(salt + 7, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
    h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
    return ((h ^ (h >>> 15)) >>> 0) / 4294967296 - 0.5;
  }

  /* Where point i of a group lies on an axis; null if unknown. */
  function position(group, key, i, salt) {
    if (key === 'strip') return jitter(i, salt);
    const cell = (isMeasured(key) ? ofPast[key] : group.cells[Number(key)])[i];
    return cell !== null && columnOf(key).levels ? cell + 0.5 * jitter(i, salt) : cell;
  }

  function points(group, x, y, salt) {
    const found = [];
    group.ids.forEach((id, i) => {
      const at = [position(group, x, i, salt), position(group, y, i, salt + 1)];
      if (at[0] !== null && at[1] !== null) found.push({ name: id, value: at, row: i });
    });
    return found;
  }

  function palette() {
    const style = getComputedStyle(document.documentElement);
    return name => style.getPropertyValue('--' + name).trim();
  }

  function between(low, high, share) {
    const parts = hex => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16));
    const [a, b] = [parts(low), parts(high)];
    return `rgb(${a.map((v, k) => Math.round(v + (b[k] - v) * share)).join(',')})`;
  }

  const short = text => (text.length > 18 ? text.slice(0, 17) + '…' : text);

  function axis(key, colour, extent) {
    const column = columnOf(key);
    const base = {
      type: 'value',
      scale: true,
      axisLine: { show: true, onZero: false, lineStyle: { color: colour('soft') } },
      axisTick: { show: true },
      axisLabel: { color: colour('soft'), hideOverlap: true, formatter: at => (Math.abs(at) < 10000 ? String(at) : grouped(at)) },
      splitLine: { lineStyle: { color: colour('line'), opacity: 0.6 } },
      name: column.label,
      nameTextStyle: { color: colour('ink'), fontSize: 13 },
    };
    if (key === 'strip') {
      return { ...base, min: -0.6, max: 0.6, axisLabel: { show: false }, axisTick: { show: false }, splitLine: { show: false } };
    }
    if (column.levels) {
      const many = column.levels.length;
      return {
        ...base,
        min: -1,
        max: many,
        interval: Math.max(1, Math.ceil(many / 30)),
        axisTick: { show: false },
        splitLine: { show: false },
        axisLabel: { ...base.axisLabel, formatter: at => short(column.levels[at] ?? '') },
      };
    }
    if (extent.below === undefined) return base;
    const write = base.axisLabel.formatter;
    return { ...base, min: extent.below, axisLabel: { ...base.axisLabel, formatter: at => (at === extent.below ? '' : write(at)) } };
  }

  /* Picks have no result yet: they line up along the lower edge, below the past tests. */
  function lowerEdge(y, past) {
    if (columnOf(y).levels) return -0.7;
    const ups = past.map(point => point.value[1]);
    const low = ups.reduce((a, b) => Math.min(a, b), Infinity);
    const high = ups.reduce((a, b) => Math.max(a, b), -Infinity);
    return low - 0.1 * ((high - low) || 1);
  }

  function tip(group, kind, i) {
    const box = document.createElement('div');
    box.className = 'tip';
    const line = (tag, text) => {
      const element = document.createElement(tag);
      element.textContent = text;
      box.append(element);
    };
    const write = (column, cell) =>
      cell === null ? '–' : column.levels ? column.levels[cell] : `${cell} ${column.unit}`.trim();
    line('b', `${kind} ${group.ids[i]}`);
    if (group === data.past && ofPast.result) line('span', `${data.result.name}: ${write(data.result, ofPast.result[i])}`);
    if (group === data.past && ofPast.value) {
      const value = ofPast.value[i];
      line('span', `value: ${value === null ? '–' : Number(value.toPrecision(4))}`);
    }
    data.settings.forEach((column, s) => line('span', `${column.name}: ${write(column, group.cells[s][i])}`));
    return box;
  }

  /* Names a pick above, below, beside or high above it, best first, where no earlier name or pick is; else not at all. */
  function roomForLabels() {
    const taken = [];
    const free = box => taken.every(t => box[2] <= t[0] || t[2] <= box[0] || box[3] <= t[1] || t[3] <= box[1]);
    return pick => {
      const [x, y] = chart.convertToPixel({ seriesIndex: 2 }, pick.value);
      const width = 8 * short(pick.name).length;
      const at = (left, up, position, distance) => ({ box: [left, up, left + width, up + 18], position, distance });
      const choices = [
        at(x - width / 2, y - 26, 'top', 4),
        at(x - width / 2, y + 8, 'bottom', 4),
        at(x + 9, y - 9, 'right', 4),
        at(x - 9 - width, y - 9, 'left', 4),
        at(x - width / 2, y - 44, 'top', 22),
      ];
      const inside = box => box[0] > 0 && box[2] < chart.getWidth() && box[3] < chart.getHeight() - 50;
      const found = choices.find(choice => inside(choice.box) && free(choice.box));
      if (found) taken.push(found.box);
      return found;
    };
  }

  const withLabel = room => pick => {
    const found = room(pick);
    return found ? { ...pick, label: { show: true, position: found.position, distance: found.distance } } : pick;
  };

  function draw() {
    const [x, y] = [chooseX.value, chooseY.value];
    const colour = palette();
    const measured = isMeasured(y);
    const past = points(data.past, x, y, 1);
    const pool = measured ? [] : points(data.candidates, x, y, 3);
    const edge = measured ? lowerEdge(y, past) : 0;
    const picks = points(data.picks, x, measured ? 'strip' : y, 5);
    for (const pick of picks) {
      if (measured) pick.value = [pick.value[0], edge];
    }
    for (const point of past) {
      const worth = data.past.worth ? data.past.worth[point.row] : null;
      point.itemStyle = {
        color: worth === null ? colour('past') : between(colour('worth-low'), colour('worth-high'), worth),
      };
    }
    const [unitX, unitY] = [columnOf(x), columnOf(y)];
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 12, right: 28, top: 44, bottom: 34, containLabel: true },
      tooltip: {
        trigger: 'item',
        confine: true,
        backgroundColor: colour('paper'),
        borderColor: colour('line'),
        textStyle: { color: colour('ink') },
        formatter: p => tip([data.candidates, data.past, data.picks][p.seriesIndex], p.seriesName, p.data.row),
      },
      xAxis: { ...axis(x, colour, {}), nameLocation: 'middle', nameGap: 30 },
      yAxis: {
        ...axis(y, colour, measured ? { below: edge } : {}),
        nameLocation: 'end',
        nameGap: 20,
        nameTextStyle: { color: colour('ink'), fontSize: 13, align: 'left', padding: [0, 0, 0, -8] },
      },
      /* All points at once: in pieces they would be spread over several canvases and miss the printer. */
      series: [
        {
          name: 'candidate', type: 'scatter', progressiveThreshold: 1e9, data: pool, symbolSize: 6, z: 2,
          itemStyle: { color: 'transparent', borderColor: colour('candidate'), borderWidth: 1, opacity: 0.8 },
        },
        { name: 'past test', type: 'scatter', progressiveThreshold: 1e9, data: past, symbolSize: 8, z: 3, itemStyle: { opacity: 0.9 } },
        {
          name: 'pick', type: 'scatter', progressiveThreshold: 1e9, data: picks, symbol: 'diamond', symbolSize: 15, z: 4,
          itemStyle: { color: colour('accent'), borderColor: colour('paper'), borderWidth: 1.5, opacity: 1 },
          label: {
            show: false, formatter: p => short(p.name), color: colour('ink'),
            fontWeight: 'bold', fontSize: 12, textBorderColor: colour('paper'), textBorderWidth: 3,
          },
        },
      ],
    }, { notMerge: true });
    chart.setOption({ series: [{}, {}, { data: picks.map(withLabel(roomForLabels())) }] });
    chart.getZr().flush();
    caption.textContent = describe(unitX, unitY, measured, past, pool, picks, y);
  }

  function describe(columnX, columnY, measured, past, pool, picks, y) {
    const over = y === 'strip' ? columnX.label : `${columnX.label} and ${columnY.label}`;
    const shown = [count(past.length, 'past test', 'past tests')];
    if (!measured) shown.push(count(pool.length, 'candidate', 'candidates'));
    const hidden = data.past.ids.length - past.length
      + (measured ? 0 : data.candidates.ids.length - pool.length) + data.picks.ids.length - picks.length;
    return `${count(picks.length, 'pick', 'picks')}, ${shown.join(' and ')} over ${over}.`
      + (measured ? ' Picks have not been run: they stand along the lower edge.' : '')
      + (columnX.levels || columnY.levels ? ' Points of one category are spread a little to be seen apart.' : '')
      + (y === 'strip' ? ' The height of a point means nothing.' : '')
      + (hidden ? ` ${count(hidden, 'is', 'are')} not drawn: a setting or result is missing.` : '')
      + ' Each point names its test and settings when pointed at.';
  }

  chooseX.addEventListener('change', draw);
  chooseY.addEventListener('change', draw);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  new ResizeObserver(() => {
    if (chart.getWidth() !== place.clientWidth || chart.getHeight() !== place.clientHeight) {
      chart.resize();
      draw();
    }
  }).observe(place);
  addEventListener('beforeprint', () => {
    document.documentElement.dataset.printing = '';
    draw();
  });
  addEventListener('afterprint', () => {
    delete document.documentElement.dataset.printing;
    draw();
  });
  draw();
})();
