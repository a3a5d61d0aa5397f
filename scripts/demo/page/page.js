// Draws what the demo's server tells and sends back what was pressed. All text goes in as text, never as markup.

const element = (id) => document.getElementById(id);

/** A new element with a class, text or children. */
function make(tag, { className, text, children = [] } = {}) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  made.append(...children);
  return made;
}

function perform(act) {
  return fetch('/acts', { method: 'POST', body: JSON.stringify(act) });
}

function payButton(act) {
  const button = make('button', { text: 'Pagar como o banco do cliente' });
  button.type = 'button';
  button.addEventListener('click', () => {
    button.disabled = true;
    void perform(act);
  });
  return button;
}

function chargeCard(title, detail, act) {
  const words = make('div', { children: [make('b', { text: title }), make('small', { text: detail })] });
  return make('li', { className: 'charge', children: [words, payButton(act)] });
}

/** Replaces a list's items, but only when they changed: what is under the pointer must not jump or flicker. */
function fill(list, data, makeItem, whenEmpty, afterwards) {
  const told = JSON.stringify(data);
  if (list.dataset.told === told) return;
  list.dataset.told = told;
  const items = data.map(makeItem);
  if (items.length === 0) items.push(make('li', { className: 'none', text: whenEmpty }));
  list.replaceChildren(...items);
  afterwards?.();
}

/** A customer who waits with the phone in hand must not be below the edge of the window. */
function showFirstCharge() {
  element('charges').querySelector('.charge')?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
}

function drawPeople({ people }) {
  fill(element('people'), people, ({ name, document: number, proof, shows }) =>
    make('li', {
      children: [
        make('p', {
          className: 'who',
          children: [make('span', { text: name }), make('code', { text: number })],
        }),
        make('p', { text: `${proof} · ${shows}` }),
      ],
    }),
  );
}

function drawCharges({ charges, erpPix }) {
  fill(
    element('charges'),
    charges,
    ({ txid, amount }) =>
      chargeCard(`R$ ${amount.replace('.', ',')}`, `cobrança ${txid}`, { act: 'pay', txid }),
    'Nenhuma cobrança em aberto. Escolha “Pagar com PIX” no totem.',
    showFirstCharge,
  );
  fill(
    element('erp-pix'),
    erpPix,
    ({ invoiceId, description }) =>
      chargeCard(`Fatura ${invoiceId}`, description, { act: 'pay-erp-pix', invoiceId }),
    'Nenhuma em aberto.',
  );
}

/** Switches: how each reads, whether it is out of order, and what pressing it does. */
const switches = {
  paper: ({ printer }) => ({
    words: { ok: 'carregado', 'near-end': 'acabando', out: 'acabou' }[printer.paper],
    amiss: printer.paper !== 'ok',
    act: { act: 'paper', paper: { ok: 'near-end', 'near-end': 'out', out: 'ok' }[printer.paper] },
  }),
  cover: ({ printer }) => ({
    words: printer.cover === 'open' ? 'aberta' : 'fechada',
    amiss: printer.cover === 'open',
    act: { act: 'cover', cover: printer.cover === 'open' ? 'closed' : 'open' },
  }),
  cable: ({ printer }) => ({
    words: printer.plugged ? 'ligado' : 'desligado',
    amiss: !printer.plugged,
    act: { act: 'cable', plugged: !printer.plugged },
  }),
  erp: ({ erpOn }) => ({
    words: erpOn ? 'no ar' : 'fora do ar',
    amiss: !erpOn,
    act: { act: 'erp', on: !erpOn },
  }),
};

function drawSwitches(view) {
  for (const [id, read] of Object.entries(switches)) {
    const { words, amiss } = read(view);
    const button = element(id);
    button.setAttribute('aria-pressed', String(amiss));
    button.querySelector('span').textContent = words;
  }
}

function drawSecondErp({ secondErp }) {
  element('second-erp-url').textContent = secondErp.url;
  element('second-erp-token').textContent = secondErp.token;
}

const askedWords = {
  trustUnlock: 'desbloqueio',
  createTicket: 'chamado',
  updateCustomer: 'novo contato',
  createProspect: 'cliente novo',
  createLead: 'interessado',
  createOrder: 'pedido',
  createOrderForCustomer: 'pedido de cliente',
};

function drawMessages({ news }) {
  fill(
    element('messages'),
    news.messages.toReversed(),
    ({ number, text }) => make('li', { children: [make('b', { text: number }), make('p', { text })] }),
    'Nenhuma mensagem de WhatsApp. Escolha “Receber no WhatsApp” no totem.',
  );
}

function drawPanelChoice({ people }) {
  const choice = element('panel-of');
  if (choice.options.length > 0) return;
  choice.append(new Option('ninguém', ''));
  for (const { name, document: number } of people) choice.append(new Option(name, number.replace(/\W/g, '')));
}

/** Asks the kiosk about whoever is chosen, afresh each time. */
function showPanel() {
  const { value } = element('panel-of');
  const panel = element('panel');
  panel.hidden = value === '';
  if (value !== '') panel.src = `/panel/${value}`;
}

function drawNews({ news }) {
  const writeOffs = news.writeOffs.map(({ invoiceId, times }) => `${invoiceId} (${times}×)`);
  const rows = [
    ['PIX pagos', news.paid],
    ['Baixas no ERP', writeOffs.join(', ') || 'nenhuma'],
    [
      'Pedidos ao ERP',
      news.asked.map((operation) => askedWords[operation] ?? operation).join(', ') || 'nenhum',
    ],
    ['Avisos ao chat', news.chat],
    ['Mensagens de WhatsApp', news.messages.length],
    ['Casos no Salesforce', news.crm],
    ['Ligações no Senior CRM', news.calls],
  ];
  fill(element('news'), rows, ([name, value]) =>
    make('div', { children: [make('dt', { text: name }), make('dd', { text: String(value) })] }),
  );
}

let drawnPapers;

/** Newest on top. Papers that were there before the page was opened do not come out again. */
function drawPapers({ papers }) {
  const isFirstLook = drawnPapers === undefined;
  drawnPapers ??= 0;
  for (; drawnPapers < papers; drawnPapers += 1) {
    const picture = make('img');
    picture.src = `/papers/${drawnPapers + 1}.png`;
    picture.alt = `Papel ${drawnPapers + 1}`;
    element('papers').prepend(make('li', { className: isFirstLook ? '' : 'new', children: [picture] }));
  }
  element('no-paper').hidden = papers > 0;
}

let lastView;

function draw(view) {
  lastView = view;
  for (const part of [
    drawPeople,
    drawCharges,
    drawSwitches,
    drawSecondErp,
    drawNews,
    drawMessages,
    drawPanelChoice,
    drawPapers,
  ])
    part(view);
}

for (const [id, read] of Object.entries(switches)) {
  element(id).addEventListener('click', () => {
    if (lastView) void perform(read(lastView).act);
  });
}

element('panel-of').addEventListener('change', showPanel);
element('panel-again').addEventListener('click', showPanel);

const source = new EventSource('/view');
source.addEventListener('message', (event) => draw(JSON.parse(event.data)));
source.addEventListener('open', () => {
  element('ended').hidden = true;
});
source.addEventListener('error', () => {
  element('ended').hidden = false;
});
