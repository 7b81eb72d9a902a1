// FEEL texts, read by feelin's parser and computed as the server's engine computes them. What it does differently is in
// docs/adr/0018; what is not known here is refused when the text is compiled, and left to the server.

import { parser, trackVariables } from 'lezer-feel';
import { Decimal } from './decimal.js';
import { functions } from './functions.js';
import { NotHere, and, equal, isList, order } from './values.js';

const PARSER = parser.configure({ top: 'Expression', contextTracker: trackVariables({}) });

/** @returns a function from a context `{this: {...}, prev: {...}, ...}` to a value; throws NotHere if it cannot be */
export function compile(text) {
  return visit(PARSER.parse(text).topNode, text);
}

function parts(node) {
  const found = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!'()[]{}.'.includes(child.name)) found.push(child);
  }
  return found;
}

function visit(node, text) {
  const kind = KINDS[node.name];
  if (!kind || node.type.isError) throw new NotHere(node.name);
  return kind(parts(node), part => visit(part, text), text.slice(node.from, node.to), text);
}

const only = (inner, see) => {
  if (inner.length !== 1) throw new NotHere('parts');
  return see(inner[0]);
};

const KINDS = {
  Expression: only,
  ParenthesizedExpression: only,
  IterationContext: only,
  null: () => () => null,
  BooleanLiteral: (inner, see, own) => () => own === 'true',
  NumericLiteral(inner, see, own) {
    const value = Decimal.parse(own.startsWith('.') ? '0' + own : own);
    if (!value) throw new NotHere(own);
    return () => value;
  },
  StringLiteral(inner, see, own) {
    const value = own.slice(1, -1);
    // the two parsers read escapes differently
    if (value.includes('\\')) throw new NotHere('escape');
    return () => value;
  },
  VariableName(inner, see, own) {
    const name = own.replace(/\s+/g, ' ');
    return context => context[name] ?? null;
  },
  PathExpression([target, path], see, own, text) {
    const of = see(target);
    const name = text.slice(path.from, path.to);
    return context => {
      const value = of(context);
      if (isList(value)) throw new NotHere('path of a list');
      return value === null || typeof value !== 'object' ? null : value[name] ?? null;
    };
  },
  IfExpression([, condition, , yes, , no], see) {
    const [when, then, otherwise] = [condition, yes, no].map(see);
    return context => (when(context) === true ? then(context) : otherwise(context));
  },
  Conjunction([left, , right], see) {
    const [a, b] = [see(left), see(right)];
    return context => {
      const first = a(context);
      return first === false ? false : and(first, b(context));
    };
  },
  Disjunction([left, , right], see) {
    const [a, b] = [see(left), see(right)];
    return context => {
      const first = a(context);
      return first === true ? true : or(first, b(context));
    };
  },
  Comparison(inner, see, own, text) {
    const value = see(inner[0]);
    if (inner[1].name === 'in') return membership(value, inner[2], see, text);
    if (inner[1].name === 'between') {
      const [low, high] = [see(inner[2]), see(inner[4])];
      return context => and(compared('>=', value(context), low(context)), compared('<=', value(context), high(context)));
    }
    const operator = text.slice(inner[1].from, inner[1].to);
    const other = see(inner[2]);
    return context => compared(operator, value(context), other(context));
  },
  ArithmeticExpression(inner, see, own, text) {
    const sign = inner.find(part => part.name === 'ArithOp');
    const operator = text.slice(sign.from, sign.to);
    if (inner.length === 2) {
      const value = see(inner[1]);
      return context => negated(value(context));
    }
    if (!(operator in OPERATORS)) throw new NotHere(operator);
    const [a, b] = [see(inner[0]), see(inner[2])];
    return context => arithmetic(operator, a(context), b(context));
  },
  List(inner, see) {
    const items = inner.map(see);
    return context => items.map(item => item(context));
  },
  Context(inner, see, own, text) {
    const entries = inner.map(entry => {
      const [key, value] = parts(entry);
      return [text.slice(key.from, key.to), see(value)];
    });
    return context => {
      const scope = Object.create(context), result = {};
      for (const [name, value] of entries) scope[name] = result[name] = value(scope);
      return result;
    };
  },
  FunctionInvocation(inner, see, own, text) {
    const name = text.slice(inner[0].from, inner[0].to).replace(/\s+/g, ' ');
    return call(name, inner[1], see);
  },
  DateTimeLiteral(inner, see, own, text) {
    return call(text.slice(inner[0].from, inner[0].to), inner[1], see);
  },
  QuantifiedExpression([word, over, , condition], see, own, text) {
    const each = loop(over, see, text), test = see(condition);
    const every = word.name === 'every';
    return context => {
      let result = every;
      for (const scope of each(context) ?? []) {
        const value = test(scope);
        result = every ? and(result, value) : or(result, value);
      }
      return result;
    };
  },
  ForExpression(inner, see, own, text) {
    const each = loop(inner[1], see, text), value = see(inner[inner.length - 1]);
    return context => each(context)?.map(value) ?? null;
  },
};

const or = (a, b) => opposite(and(opposite(a), opposite(b)));
const opposite = truth => (typeof truth === 'boolean' ? !truth : null);
const negated = value => (value instanceof Decimal ? value.negated() : null);

const OPERATORS = {
  '+': (a, b) => a.plus(b),
  '-': (a, b) => a.minus(b),
  '*': (a, b) => a.times(b),
  '/': (a, b) => a.over(b),
};

function arithmetic(operator, a, b) {
  if (a === null || b === null) return null;
  if (a instanceof Decimal && b instanceof Decimal) return OPERATORS[operator](a, b);
  // texts and days may be added, too; no rule should
  throw new NotHere('sum');
}

function compared(operator, a, b) {
  if (operator === '=') return equal(a, b);
  if (operator === '!=') return opposite(equal(a, b));
  const way = order(a, b);
  if (way === null) return null;
  return { '<': way < 0, '<=': way <= 0, '>': way > 0, '>=': way >= 0 }[operator];
}

function membership(value, tests, see, text) {
  const all = (tests.name === 'PositiveUnaryTests' ? parts(tests) : [tests]).map(test => {
    const [inner] = parts(test);
    if (inner.name !== 'SimplePositiveUnaryTest') return single(see(inner));
    const [sign, other] = parts(inner);
    if (sign.name !== 'CompareOp') throw new NotHere(sign.name);
    const operator = text.slice(sign.from, sign.to), than = see(other);
    return (context, tested) => compared(operator, tested, than(context));
  });
  return context => {
    const tested = value(context);
    return all.reduce((result, test) => or(result, test(context, tested)), false);
  };
}

const single = other => (context, tested) => {
  const value = other(context);
  if (isList(value) || typeof value === 'boolean') throw new NotHere('in');
  return equal(tested, value);
};

function call(name, parameters, see) {
  const called = functions[name];
  if (!called || (parameters && parameters.name !== 'PositionalParameters')) throw new NotHere(name);
  const values = parameters ? parts(parameters).map(see) : [];
  return context => called(...values.map(value => value(context)));
}

/** The contexts of a loop, one per combination; null if what it goes over is no list. The lists do not see each other. */
function loop(over, see, text) {
  const iterators = parts(over).map(iterator => {
    const [name, , list] = parts(iterator);
    return [text.slice(name.from, name.to), see(list)];
  });
  return context => iterators.reduce((scopes, [name, list]) => scopes && scopes.reduce((all, scope) => {
    const values = list(context);
    return all && isList(values) ? all.concat(values.map(v => Object.assign(Object.create(scope), { [name]: v }))) : null;
  }, []), [context]);
}
