// Everything here is relative to the page: a host may serve it below a path of its own.
SwaggerUIBundle({
  url: 'openapi.json',
  domNode: document.getElementById('docs'),
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  // Asks somebody else's server otherwise.
  validatorUrl: null
})
