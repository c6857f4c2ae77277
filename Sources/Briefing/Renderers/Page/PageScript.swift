/// The script of the explorer: ticked fields make a set, and the set finds its figures among those of every combination.
///
/// The set is in the page's address, so that a view can be quoted: `#fields=dob,sex`.
enum PageScript {
    static let text = #"""
        (function () {
          "use strict";
          var explorer = document.getElementById("explorer");
          var data = JSON.parse(document.getElementById("explorer-data").textContent);
          var boxes = Array.prototype.slice.call(explorer.querySelectorAll("input[name=field]"));

          var sliders = Array.prototype.slice.call(explorer.querySelectorAll("input[name=coarser]"));
          // The field that is known less exactly, and how much; none when null.
          var coarse = null;

          function byId(name) { return document.getElementById("explorer-" + name); }

          function count(value) {
            if (typeof value === "string") { return "[" + value + "]"; }
            return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
          }

          function decimal(value) { return (Math.round(Math.abs(value) * 10) / 10).toFixed(1); }

          // A share as a percentage; only nothing is 0.0 %, and only everything is 100.0 %.
          function percentage(part, all) {
            if (typeof part === "string") { return "[" + part + "]"; }
            if (typeof all === "string") { return "[" + all + "]"; }
            if (all === 0) { return "n/a"; }
            if (data.isRounded && all < data.smallestBase) { return "[u]"; }
            var share = part / all;
            var text = decimal(share * 100);
            if (text === "0.0" && share > 0) { return data.isRounded ? "[low]" : "<0.1 %"; }
            if (text === "100.0" && share < 1) { return ">99.9 %"; }
            return text + " %";
          }

          function points(value) { return (value < -0.0005 ? "-" : "") + decimal(value * 100); }

          function has(set, field) { return Math.floor(set / Math.pow(2, field)) % 2 === 1; }

          // Sets of coarser levels leave out the place of their field, which all of them hold.
          function without(set, field) {
            var low = set % Math.pow(2, field);
            return Math.floor(set / Math.pow(2, field + 1)) * Math.pow(2, field) + low;
          }

          function level(set) { return coarse && has(set, coarse.field) ? coarse : null; }

          function k(set) {
            var coarser = level(set);
            return coarser ? coarser.figures.k[without(set, coarser.field)] : data.k[set];
          }

          function inClasses(column, set) {
            var coarser = level(set);
            return coarser ? coarser.figures.below[column][without(set, coarser.field)] : data.below[column].records[set];
          }

          function share(set) {
            var part = inClasses(0, set);
            var all = records(set);
            if (typeof part !== "number" || typeof all !== "number") { return null; }
            return all === 0 ? 0 : part / all;
          }

          function records(set) {
            var coarser = level(set);
            if (coarser) { return coarser.figures.records[without(set, coarser.field)]; }
            return Array.isArray(data.records) ? data.records[set] : data.records;
          }

          function below(size, set) {
            return inClasses(data.below.map(function (column) { return column.size; }).indexOf(size), set);
          }

          function ticked() {
            return boxes.reduce(function (set, box, field) { return set + (box.checked ? Math.pow(2, field) : 0); }, 0);
          }

          function labelled(name) {
            return coarse && data.fields[coarse.field] === name ? name + " (" + coarse.name + ")" : name;
          }

          function names(set) {
            return data.fields.filter(function (_, field) { return has(set, field); });
          }

          function list(words) {
            if (words.length < 2) { return words.join(""); }
            return words.slice(0, -1).join(", ") + " and " + words[words.length - 1];
          }

          function row(body, cells, width, isMarked) {
            var line = document.createElement("tr");
            cells.forEach(function (text, number) {
              var cell = document.createElement(number === 0 ? "th" : "td");
              if (number === 0) { cell.scope = "row"; } else { cell.className = "number"; }
              cell.textContent = text;
              line.appendChild(cell);
            });
            var meter = document.createElement("td");
            meter.className = "meter";
            var space = "http://www.w3.org/2000/svg";
            var drawing = document.createElementNS(space, "svg");
            var bar = document.createElementNS(space, "rect");
            bar.setAttribute("width", Math.max(0, Math.min(100, width * 100)) + "%");
            bar.setAttribute("height", "100%");
            if (isMarked) { bar.setAttribute("class", "marked"); }
            drawing.setAttribute("aria-hidden", "true");
            drawing.appendChild(bar);
            meter.appendChild(drawing);
            line.appendChild(meter);
            body.appendChild(line);
          }

          function showDistribution(set) {
            var body = byId("distribution").tBodies[0];
            var all = records(set);
            body.textContent = "";
            function add(label, value, isMarked) {
              row(body, [label, count(value), percentage(value, all)],
                typeof value === "number" && all ? value / all : 0, isMarked);
            }
            // Differences of rounded counts are not published, so these stay sums from below.
            var before = 0;
            data.below.forEach(function (column, number) {
              var value = inClasses(number, set);
              if (number === 0) { add("1, alone", value, true); } else if (data.isRounded) {
                add("fewer than " + column.size, value, false);
              } else {
                var low = data.below[number - 1].size;
                var high = column.size - 1;
                add(low === high ? String(low) : low + " to " + high, value - before, false);
              }
              before = value;
            });
            if (data.isRounded) { add("any", all, false); } else {
              add(data.below[data.below.length - 1].size + " or more", all - before, false);
            }
          }

          function showNext(set) {
            var table = byId("next");
            var body = table.tBodies[0];
            var now = set === 0 ? 0 : share(set);
            body.textContent = "";
            var further = [];
            data.fields.forEach(function (name, field) {
              var whole = set + Math.pow(2, field);
              if (has(set, field) || k(whole) === null) { return; }
              further.push({ name: name, set: whole, share: share(whole) });
            });
            further.sort(function (a, b) {
              var x = a.share === null ? -1 : a.share;
              var y = b.share === null ? -1 : b.share;
              return x === y ? a.set - b.set : y - x;
            });
            further.forEach(function (entry) {
              var more = entry.share === null || now === null ? "[c]" : points(entry.share - now);
              row(body, [entry.name, percentage(inClasses(0, entry.set), records(entry.set)), more],
                entry.share || 0, false);
            });
            table.parentNode.hidden = further.length === 0;
          }

          function summary(set) {
            if (set === 0) { return "Tick the fields that someone could know of a person."; }
            if (k(set) === null) {
              return "Combinations of more than " + data.largest + " fields were not counted; tick fewer.";
            }
            var uniques = inClasses(0, set);
            var all = records(set);
            var known = "With " + list(names(set).map(labelled)) + " known, ";
            if (all === 0) { return known + "no record can be compared."; }
            if (uniques === 0) { return known + "no " + data.unit + " are alone: every record shares its values with others."; }
            if (typeof uniques === "string") { return known + "too few " + data.unit + " to publish are alone."; }
            return known + count(uniques) + " of " + count(all) + " " + data.unit + " (" + percentage(uniques, all)
              + ") " + (uniques === 1 ? "is" : "are") + " alone: no one else has the same values.";
          }

          function show() {
            var set = ticked();
            var isCounted = set > 0 && k(set) !== null;
            byId("summary").textContent = summary(set);
            byId("k").textContent = isCounted ? (k(set) === "" ? "n/a" : count(k(set))) : "–";
            byId("uniques").textContent = isCounted ? count(below(2, set)) : "–";
            byId("uniqueness").textContent = isCounted ? percentage(below(2, set), records(set)) : "–";
            byId("below5").textContent = isCounted ? count(below(5, set)) : "–";
            byId("below10").textContent = isCounted ? count(below(10, set)) : "–";
            byId("distribution").parentNode.hidden = !isCounted;
            if (isCounted) { showDistribution(set); }
            showNext(set);
          }

          function quote() {
            var chosen = names(ticked()).map(encodeURIComponent).join(",");
            if (coarse) { chosen += "&coarser=" + encodeURIComponent(data.fields[coarse.field]) + ":" + coarse.level; }
            try { history.replaceState(null, "", "#fields=" + chosen); } catch (error) { /* a copy without an address */ }
          }

          function tick(isTicked) {
            boxes.forEach(function (box, field) { box.checked = isTicked(data.fields[field], field); });
          }

          // One field is coarser at a time, as only these combinations were counted.
          function coarsen(field, level) {
            coarse = null;
            sliders.forEach(function (slider) {
              var own = Number(slider.getAttribute("data-field"));
              var entry = data.coarser.filter(function (entry) { return entry.field === own; })[0];
              var at = own === field && level < entry.names.length ? level : 0;
              slider.value = String(at);
              slider.setAttribute("aria-valuetext", entry.names[at]);
              document.getElementById(slider.id + "-name").textContent = entry.names[at];
              if (at > 0) { coarse = { field: own, level: at, name: entry.names[at], figures: entry.levels[at - 1] }; }
            });
          }

          function read() {
            var match = /^#fields=([^&]*)(?:&coarser=(.*):(\d+))?$/.exec(location.hash);
            if (!match) { return false; }
            var coarser = -1;
            try { coarser = data.fields.indexOf(decodeURIComponent(match[2] || "")); } catch (error) { /* no such field */ }
            coarsen(coarser, Number(match[3] || 0));
            var wanted = match[1].split(",").map(function (name) {
              try { return decodeURIComponent(name); } catch (error) { return ""; }
            });
            tick(function (name) { return wanted.indexOf(name) >= 0; });
            return true;
          }

          explorer.addEventListener("change", function () { show(); quote(); });
          explorer.addEventListener("input", function (event) {
            if (event.target.name !== "coarser") { return; }
            coarsen(Number(event.target.getAttribute("data-field")), Number(event.target.value));
            show();
          });
          byId("form").addEventListener("submit", function (event) { event.preventDefault(); });
          byId("all").addEventListener("click", function () { tick(function () { return true; }); show(); quote(); });
          byId("none").addEventListener("click", function () { tick(function () { return false; }); show(); quote(); });
          window.addEventListener("hashchange", function () { if (read()) { show(); } });
          if (!read()) { tick(function (_, field) { return data.start.indexOf(field) >= 0; }); }
          explorer.hidden = false;
          show();
          if (location.hash.indexOf("#fields=") === 0) { explorer.scrollIntoView(); }
        })();
        """#
}
