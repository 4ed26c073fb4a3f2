// Measurements of the page as it is drawn now. Each returns sentences about what is wrong.
(() => {
  const smallest = { target: 24, text: 13 };
  const targets = 'a[href], button, input:not([type=hidden]), select, textarea, summary, '
    + '[role=button], [tabindex="0"]:not(.scroll)';

  const name = (element) => {
    const words = (element.getAttribute('aria-label') || element.textContent || '').trim();
    const classes = typeof element.className === 'string' && element.className
      ? '.' + element.className.trim().split(/\s+/).join('.') : '';
    const short = words.replace(/\s+/g, ' ').slice(0, 40);
    return `<${element.tagName.toLowerCase()}${classes}> "${short}"`;
  };

  // Elements for screen readers only are drawn one pixel wide, or off the page.
  const isDrawn = (element) => {
    const box = element.getBoundingClientRect();
    return element.checkVisibility({ visibilityProperty: true })
      && box.width > 1 && box.height > 1 && box.right > 0 && box.bottom + scrollY > 0;
  };

  const region = (element) => element.closest('.scroll');

  const blockOf = (element) => {
    let block = element.parentElement;
    while (block && /^(inline|contents)/.test(getComputedStyle(block).display)) {
      block = block.parentElement;
    }
    return block || document.body;
  };

  // A link in a sentence: it flows with words of its block that belong to no target.
  const isInSentence = (element) => {
    if (getComputedStyle(element).display !== 'inline') return false;
    const copy = blockOf(element).cloneNode(true);
    copy.querySelectorAll(targets).forEach((target) => target.remove());
    return /[\p{L}\p{N}]/u.test(copy.textContent);
  };

  // A tick box with a label is as large as the two together.
  const boxOf = (element) => {
    const isTick = /^(checkbox|radio)$/.test(element.type);
    const parts = isTick ? [element, ...element.labels] : [element];
    const boxes = parts.map((part) => part.getBoundingClientRect());
    const span = (from, to) =>
      Math.max(...boxes.map((b) => b[to])) - Math.min(...boxes.map((b) => b[from]));
    return { width: span('left', 'right'), height: span('top', 'bottom') };
  };

  const smallTargets = () => [...document.querySelectorAll(targets)]
    .filter((element) => isDrawn(element) && !element.matches(':disabled'))
    .map((element) => ({ element, box: boxOf(element) }))
    .filter(({ box }) => Math.min(box.width, box.height) < smallest.target - 0.5)
    .filter(({ element }) => !isInSentence(element))
    .map(({ element, box }) =>
      `${name(element)} is ${Math.round(box.width)}x${Math.round(box.height)}`);

  const sideways = () => {
    const wrong = [];
    const width = document.documentElement.clientWidth;
    for (const root of [document.documentElement, document.body]) {
      const hides = /hidden|clip/.test(getComputedStyle(root).overflowX);
      if (hides) wrong.push(`${root.tagName} hides what overflows`);
    }
    const whole = document.documentElement.scrollWidth;
    if (whole > width) wrong.push(`the page is ${whole} wide in a window of ${width}`);
    for (const element of document.body.querySelectorAll('*')) {
      if (element.ownerSVGElement || region(element) || !isDrawn(element)) continue;
      const end = Math.floor(element.getBoundingClientRect().right);
      if (end > width) wrong.push(`${name(element)} ends at ${end} of ${width}`);
    }
    return wrong;
  };

  const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX)
    && element.scrollWidth > element.clientWidth + 1 && !element.matches('input, select, textarea');

  const named = '.scroll[tabindex="0"][role=region]:is([aria-label], [aria-labelledby])';

  const unmarkedScrollers = () => [...document.body.querySelectorAll('*')]
    .filter((element) => !element.ownerSVGElement && isDrawn(element)
      && (scrolls(element) || element.matches('.scroll')))
    .filter((element) => !element.matches(named))
    .map((element) => `${name(element)} scrolls but is not a named region that takes focus`);

  const smallText = () => [...document.querySelectorAll('svg text, svg tspan')]
    .filter((element) => isDrawn(element) && element.textContent.trim())
    .map((element) => {
      const matrix = element.getScreenCTM();
      const scale = Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
      return { element, size: parseFloat(getComputedStyle(element).fontSize) * scale };
    })
    .filter(({ size }) => size < smallest.text - 0.05)
    .map(({ element, size }) => `${name(element)} is ${size.toFixed(1)}px`);

  // Pictures that mean something; decoration is hidden from screen readers and says so.
  const pictures = () => [...document.querySelectorAll('main svg, main img')]
    .filter((element) => !element.closest('[aria-hidden=true]'))
    .filter((element) => !element.parentElement.closest('svg'));

  const barePictures = () => pictures().flatMap((picture) => {
    const wrong = [];
    const has = (part) => [...picture.children]
      .some((child) => child.localName === part && child.textContent.trim());
    if (picture.localName === 'svg') {
      if (!has('title')) wrong.push(`${name(picture)} has no title`);
      if (!has('desc')) wrong.push(`${name(picture)} has no desc`);
      if (!/^(img|group|figure|graphics-\w+)$/.test(picture.getAttribute('role'))) {
        wrong.push(`${name(picture)} has no role`);
      }
    } else if (!picture.alt) {
      wrong.push(`the picture ${picture.getAttribute('src')} has no words`);
    }
    const figure = picture.closest('figure');
    if (!figure) wrong.push(`${name(picture)} is in no figure`);
    else if (!figure.querySelector('table') && !figure.nextElementSibling?.querySelector('table')) {
      wrong.push(`${name(picture)} has no table beside it`);
    }
    return wrong;
  });

  const openDetails = () => document.querySelectorAll('details').forEach((d) => { d.open = true; });

  window.probes = { smallTargets, sideways, unmarkedScrollers, smallText, barePictures, openDetails,
    pictures: () => pictures().length };
})();
