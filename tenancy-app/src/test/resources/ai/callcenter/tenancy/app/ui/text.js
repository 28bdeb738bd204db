// What the page shows as text, through all shadow roots; a line for each block.
const text = (node) => {
  if (node.nodeType === Node.TEXT_NODE) {
    return node.data.replace(/\s+/g, ' ');
  }
  const display = node.nodeType === Node.ELEMENT_NODE ? getComputedStyle(node).display : 'contents';
  if (display !== 'contents' && !node.checkVisibility({ visibilityProperty: true })) {
    return '';
  }
  const assigned = node.localName === 'slot' ? node.assignedNodes() : [];
  const within = assigned.length > 0 ? assigned : (node.shadowRoot ?? node).childNodes;
  const inner = [...within].map(text).join('');
  return display === 'inline' || display === 'contents' ? inner : `\n${inner}\n`;
};
return text(document.body).replace(/ *\n\s*/g, '\n').trim();
