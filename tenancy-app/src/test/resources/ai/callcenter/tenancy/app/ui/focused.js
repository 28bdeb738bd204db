// The element that has the focus, in whichever shadow root.
let element = document.activeElement;
while (element?.shadowRoot?.activeElement) {
  element = element.shadowRoot.activeElement;
}
return element;
