import { createApexEngine } from '../engine/apex-engine';
import { componentsOf, detachedPort, detachedUser } from '../engine/detached-engine';

/** The class has one method `run`, which is called once. */
function linesOf(body: string): { covered: readonly number[]; uncovered: readonly number[] } {
  const components = componentsOf([{ kind: 'class', name: 'Deal', body }]);
  const engine = createApexEngine(detachedPort(() => components));
  const coverage = engine.withCoverage((counters) => {
    engine.transaction({ kind: 'test', user: detachedUser }, () => engine.callStatic('Deal', 'm_run$', []));
    return counters.read();
  });
  const [{ covered, uncovered } = { covered: [], uncovered: [] }] = coverage;
  return { covered, uncovered };
}

describe('lines that count for coverage', () => {
  it('try and catch lines count, the latter when they catch', () => {
    const source = `public class Deal {
  public static void run() {
    try {
      Integer none = 0;
      none = 1 / none;
    } catch (MathException e) {
      System.debug(e);
    } catch (Exception e) {
      System.debug(e);
    }
  }
}`;
    expect(linesOf(source)).toEqual({ covered: [3, 4, 5, 6, 7], uncovered: [8, 9] });
  });

  it('a property without code counts once it is read or assigned', () => {
    const source = `public class Deal {
  public String name { get; set; }
  public String stage { get; private set; }
  public Integer size {
    get {
      return 1;
    }
    private set;
  }
  public static Integer made { get; set; }
  public static void run() {
    Deal made = new Deal();
    made.name = 'x';
    Deal.made = 1;
    Deal.made++;
    System.assertEquals(2, Deal.made);
    System.assertEquals('x', ((Deal) made.clone()).name);
  }
}`;
    expect(linesOf(source)).toEqual({ covered: [2, 10, 12, 13, 14, 15, 16, 17], uncovered: [3, 4, 6] });
  });

  it('a static constant with a literal value does not count, other initialisers do', () => {
    const source = `public class Deal {
  public static final String STAGE = 'New';
  static final Integer ONE = 1;
  static final Integer TWO = ONE + 1;
  static Integer made = 0;
  final Integer size = 3;
  public static void run() {
    made = new Deal().size;
  }
}`;
    expect(linesOf(source)).toEqual({ covered: [4, 5, 6, 8], uncovered: [] });
  });
});
