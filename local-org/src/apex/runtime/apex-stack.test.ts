import { apexFrames, beganInApex, stackTraceText } from './apex-stack';

const STACK = `TypeError: Cannot read properties of null (reading 'f_x')
    at C.$f1$Class$Outer$Inner$run [as m_run] (apex:Outer:12:5)
    at ApexList.sort (/engine/apex-list.js:80:1)
    at $f2$Class$Outer$_init (apex:Outer:7:31)
    at new $f3$Class$Outer$_clinit (apex:Outer:2:1)
    at $f4$o20$AnonymousBlock (apex:anon:23:1)
    at Object.<anonymous> (/engine/run.js:1:1)`;

describe('apexFrames', () => {
  it('keeps the calls of generated code', () => {
    expect(stackTraceText(apexFrames(STACK))).toBe(
      [
        'Class.Outer.Inner.run: line 12, column 1',
        'Class.Outer.<init>: line 7, column 1',
        'Class.Outer.<clinit>: line 2, column 1',
        'AnonymousBlock: line 3, column 1',
      ].join('\n'),
    );
  });
});

describe('beganInApex', () => {
  it('looks at the innermost call only', () => {
    expect(beganInApex(STACK)).toBe(true);
    expect(beganInApex(STACK.split('\n').toSpliced(1, 1).join('\n'))).toBe(false);
  });
});
