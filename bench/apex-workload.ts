/** Orders that are made, priced, grouped and printed: the work of the `apex` case, in Apex. */
export const APEX_WORKLOAD = `public class Workload {
  public class Line {
    public String product;
    public Integer quantity;
    public Decimal price;
    public Line(String product, Integer quantity, Decimal price) {
      this.product = product;
      this.quantity = quantity;
      this.price = price;
    }
    public Decimal total() {
      return price * quantity;
    }
  }

  static List<Line> makeOrder(Integer seed) {
    List<Line> lines = new List<Line>();
    for (Integer i = 0; i < 8; i++) {
      Integer price = Math.mod(seed * (i + 3), 9973);
      lines.add(new Line('product-' + Math.mod(price, 40), i + 1, Decimal.valueOf(price) * 0.25));
    }
    return lines;
  }

  public static String run(Integer rounds) {
    Map<String, Decimal> totals = new Map<String, Decimal>();
    Map<String, Integer> counts = new Map<String, Integer>();
    Set<String> seen = new Set<String>();
    Integer seed = 42;
    for (Integer i = 0; i < rounds; i++) {
      seed = Math.mod(seed * 1103 + 12345, 65536);
      Decimal sum = 0;
      for (Line line : makeOrder(seed)) {
        sum += line.total();
        seen.add(line.product);
        Integer count = counts.get(line.product);
        counts.put(line.product, count == null ? line.quantity : count + line.quantity);
      }
      String region = 'region-' + Math.mod(seed, 50);
      Decimal before = totals.get(region);
      totals.put(region, before == null ? sum : before + sum);
    }
    List<String> regions = new List<String>(totals.keySet());
    regions.sort();
    List<String> parts = new List<String>();
    for (String region : regions) {
      parts.add(region.substring(7) + '=' + totals.get(region).setScale(2));
    }
    return seen.size() + ':' + counts.get('product-1') + ':' + String.join(parts, ';');
  }
}`;

class Line {
  constructor(
    readonly product: string,
    readonly quantity: number,
    readonly price: number,
  ) {}

  total(): number {
    return this.price * this.quantity;
  }
}

function makeOrder(seed: number): Line[] {
  const lines: Line[] = [];
  for (let i = 0; i < 8; i++) {
    const price = (seed * (i + 3)) % 9973;
    lines.push(new Line(`product-${price % 40}`, i + 1, price * 0.25));
  }
  return lines;
}

/** The same work, written in TypeScript. */
export function typescriptWorkload(rounds: number): string {
  const totals = new Map<string, number>();
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  let seed = 42;
  for (let i = 0; i < rounds; i++) {
    seed = (seed * 1103 + 12345) % 65536;
    let sum = 0;
    for (const line of makeOrder(seed)) {
      sum += line.total();
      seen.add(line.product);
      counts.set(line.product, (counts.get(line.product) ?? 0) + line.quantity);
    }
    const region = `region-${seed % 50}`;
    totals.set(region, (totals.get(region) ?? 0) + sum);
  }
  const parts = [...totals.keys()]
    .sort()
    .map((region) => `${region.slice(7)}=${(totals.get(region) ?? 0).toFixed(2)}`);
  return `${seen.size}:${counts.get('product-1')}:${parts.join(';')}`;
}
