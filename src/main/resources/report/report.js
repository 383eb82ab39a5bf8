'use strict';
(function () {
  var table = document.getElementById('machines');
  if (!table) { return; }
  var body = table.tBodies[0];
  var rows = Array.from(body.rows);
  function value(row, column) {
    var text = row.cells[column].textContent.trim();
    var number = parseFloat(text.replace(/,/g, ''));
    return isNaN(number) ? text.toLowerCase() : number;
  }
  function compare(a, b) {
    if (typeof a !== typeof b) { return typeof a === 'number' ? 1 : -1; }
    return a > b ? 1 : (b > a ? -1 : 0);
  }
  Array.from(table.tHead.rows[0].cells).forEach(function (cell, column) {
    var button = document.createElement('button');
    button.type = 'button';
    button.textContent = cell.textContent;
    cell.textContent = '';
    cell.appendChild(button);
    button.addEventListener('click', function () {
      var order = cell.getAttribute('aria-sort') === 'descending' ? 1 : -1;
      Array.from(table.tHead.rows[0].cells).forEach(function (one) { one.removeAttribute('aria-sort'); });
      cell.setAttribute('aria-sort', order === 1 ? 'ascending' : 'descending');
      rows.map(function (row, place) { return { row: row, place: place, value: value(row, column) }; })
        .sort(function (a, b) { return order * compare(a.value, b.value) || a.place - b.place; })
        .forEach(function (one) { body.appendChild(one.row); });
    });
  });
  var filter = document.createElement('input');
  filter.type = 'search';
  filter.placeholder = 'Filter by name, finding or type';
  filter.setAttribute('aria-label', 'Filter the machines');
  filter.addEventListener('input', function () {
    var wanted = filter.value.trim().toLowerCase();
    rows.forEach(function (row) {
      row.hidden = row.textContent.toLowerCase().indexOf(wanted) === -1;
    });
  });
  table.parentNode.parentNode.insertBefore(filter, table.parentNode);
}());
