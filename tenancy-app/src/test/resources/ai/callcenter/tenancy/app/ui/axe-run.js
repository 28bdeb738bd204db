// Each violation as a line: the rule, where, and why.
const tell = arguments[arguments.length - 1];
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }).then(
  ({ passes, violations }) =>
    tell(
      passes.length === 0
        ? ['axe has checked nothing']
        : violations.flatMap(({ id, nodes }) =>
            nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(' ')}: ${failureSummary}`),
          ),
    ),
  (error) => tell([String(error)]),
);
