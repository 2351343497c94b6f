/** A company of the sample list, as it is in truth. All are invented. */
export interface Company {
  /** `Brightwater Foods` */
  readonly name: string;
  /** As the list spells it, faults included: `retail`, `technolgy`. */
  readonly sector: string;
  readonly yearEstablished: number;
  /** Million a year. */
  readonly revenue: number;
  readonly employees: number;
  /** As the list spells it: `Germany`, `Untied States`. */
  readonly country: string;
  /** Name of the parent as the list has it; null when there is none. */
  readonly subsidiaryOf: string | null;
  /** `brightwater-foods.example` */
  readonly domain: string;
}

type Line = readonly [
  name: string,
  sector: string,
  year: number,
  revenue: number,
  employees: number,
  country: string,
  parent?: string,
];

const LINES: readonly Line[] = [
  ['Brightwater Foods', 'retail', 1987, 812.4, 3120, 'United States'],
  ['Halvorsen Marine', 'transport', 1964, 430.9, 1480, 'Norway'],
  ['Kestrel Aviation Parts', 'manufacturing', 1991, 268.3, 940, 'United States'],
  ['Lumenfield Energy', 'energy', 2003, 1530.2, 4210, 'Germany'],
  ['Lumenfield Grid Services', 'energy', 2011, 310.7, 860, 'Germany', 'Lumenfield Energy'],
  ['Lumenfield Solar', 'energy', 2014, 190.5, 520, 'Spain', 'Lumenfield Energy'],
  ['Orchard Row Clinics', 'medical', 1998, 145.6, 1105, 'United States'],
  ['Pinecrest Hospital Group', 'medical', 1979, 690.1, 5230, 'United States'],
  ['Quarry Lane Cement', 'construction', 1953, 377.8, 1630, 'Poland'],
  ['Redstone Rail Freight', 'transport', 1982, 540.0, 2270, 'Canada'],
  ['Saltmarsh Water', 'utilities', 1971, 255.9, 1190, 'United Kingdom'],
  ['Tallgrass Telecom', 'telecommunications', 1996, 980.3, 3890, 'United States'],
  ['Umberline Paper', 'manufacturing', 1948, 210.4, 1340, 'Finland'],
  ['Vantorp Steel', 'manufacturing', 1939, 1210.7, 6120, 'Sweden'],
  ['Vantorp Tubes', 'manufacturing', 1988, 175.2, 730, 'Sweden', 'Vantorp Steel'],
  ['Willowbank Insurance', 'finance', 1969, 720.6, 2050, 'United Kingdom'],
  ['Xanadel Cosmetics', 'retail', 2007, 88.1, 410, 'France'],
  ['Yarrow & Finch', 'retail', 1994, 132.9, 870, 'Ireland'],
  ['Zephyr Wind Systems', 'energy', 2006, 410.2, 1320, 'Denmark'],
  ['Aldermoor Logistics', 'transport', 1990, 365.5, 1710, 'Netherlands'],
  ['Basalt Mining', 'mining', 1961, 860.8, 3340, 'Chile'],
  ['Cinderhill Brewing', 'retail', 2001, 61.7, 290, 'United States'],
  ['Dunmore Castings', 'manufacturing', 1957, 97.3, 510, 'Ireland'],
  ['Eastgate Robotics', 'technolgy', 2012, 142.8, 480, 'Japan'],
  ['Fernhollow Pharma', 'medical', 1993, 512.6, 1890, 'Switzerland'],
  ['Fernhollow Diagnostics', 'medical', 2009, 118.4, 450, 'Switzerland', 'Fernhollow Pharma'],
  ['Gannet Seafood', 'retail', 1984, 74.2, 620, 'Iceland'],
  ['Harrowgate Bank', 'finance', 1922, 2100.5, 7430, 'United Kingdom'],
  ['Ironbridge Tools', 'manufacturing', 1976, 155.0, 980, 'United States'],
  ['Juniper Hill Schools', 'education', 1985, 42.6, 760, 'United States'],
  ['Kiln & Clay Ceramics', 'manufacturing', 1999, 38.9, 310, 'Portugal'],
  ['Larkspur Media', 'media', 2008, 66.4, 340, 'United States'],
  ['Millrace Textiles', 'manufacturing', 1966, 121.7, 1450, 'Philipines'],
  ['Northfold Dairy', 'retail', 1972, 186.3, 1020, 'New Zealand'],
  ['Oakmantle Furniture', 'retail', 1989, 93.5, 640, 'Poland'],
  ['Palisade Security', 'services', 2005, 158.2, 1240, 'United States'],
  ['Quillon Software', 'technology', 2013, 71.9, 260, 'Estonia'],
  ['Rookwood Chemicals', 'manufacturing', 1958, 640.4, 2110, 'Belgium'],
  ['Skylark Drones', 'technology', 2016, 47.8, 180, 'Taiwan'],
  ['Thornbury Packaging', 'manufacturing', 1981, 139.6, 830, 'United Kingdom'],
  ['Upland Forestry', 'agriculture', 1973, 104.9, 590, 'Finland'],
  ['Veridian Labs', 'medical', 2010, 83.3, 370, 'United States'],
  ['Wexcombe Hotels', 'entertainment', 1986, 224.1, 2680, 'Italy'],
  ['Yellowhammer Farms', 'agriculture', 1968, 57.5, 430, 'United States'],
  ['Amberley Motors', 'manufacturing', 1951, 1490.6, 5870, 'Germany'],
  ['Amberley Parts', 'manufacturing', 1997, 240.8, 910, 'Germany', 'Amberley Motors'],
  ['Bluecairn Airlines', 'transport', 2002, 905.7, 4020, 'Ireland'],
  ['Copperleaf Foods', 'retail', 1992, 167.4, 890, 'Brazil'],
  ['Driftwood Resorts', 'entertainment', 1995, 112.2, 1530, 'Portugal'],
  ['Embercourt Heating', 'utilities', 1980, 88.8, 610, 'United Kingdom'],
  ['Foxglove Biotech', 'medical', 2015, 29.4, 140, 'United States'],
  ['Greywater Treatment', 'utilities', 1999, 76.1, 380, 'Israel'],
  ['Hollins Cold Storage', 'transport', 1987, 131.3, 720, 'Netherlands'],
  ['Inkwell Publishing', 'media', 1945, 58.6, 470, 'United Kingdom'],
  ['Jutland Ports', 'transport', 1963, 470.9, 1960, 'Denmark'],
  ['Kingfisher Glass', 'manufacturing', 1970, 198.7, 1150, 'Czechia'],
  ['Lakeshore Utilities', 'utilities', 1977, 615.2, 2340, 'Canada', 'Great Basin Holdings'],
  ['Merrow Shipyards', 'manufacturing', 1934, 780.3, 3610, 'Korea'],
];

/** `Yarrow & Finch` -> `yarrow-finch.example` */
function domainOf(name: string): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return `${words.join('-')}.example`;
}

/** Every company of the sample list, each once. */
export const COMPANIES: readonly Company[] = LINES.map(
  ([name, sector, yearEstablished, revenue, employees, country, parent]) => ({
    name,
    sector,
    yearEstablished,
    revenue,
    employees,
    country,
    subsidiaryOf: parent ?? null,
    domain: domainOf(name),
  }),
);

/** Second entries of the same company under another spelling, as lists collect them: [spelling, company]. */
export const REPEATED_COMPANIES: readonly (readonly [spelling: string, company: string])[] = [
  ['BRIGHTWATER FOODS', 'Brightwater Foods'],
  ['Vantorp Steel AB', 'Vantorp Steel'],
  ['Harrowgate Bank plc', 'Harrowgate Bank'],
  ['Yarrow and Finch', 'Yarrow & Finch'],
];
