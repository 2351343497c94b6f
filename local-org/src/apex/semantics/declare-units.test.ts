import { declareBlockSource, declareSources, linesOf } from './testing/declare-sources';

/** Problems of classes that are deployed together. */
const problemsOf = (...sources: string[]): readonly string[] => declareSources(sources).problems;

describe('declareUnits', () => {
  it('reads types, members and modifiers into symbols', () => {
    const { symbol, problems } = declareSources([
      `@IsTest
      public inherited sharing abstract class A {
        public static final Integer ONE = 1, TWO;
        public String name { get; private set { } }
        protected A(Integer value) { }
        public enum Color { RED, GREEN }
        public interface Shape { void draw(List<Account> accounts); }
        static testMethod void check() { }
      }`,
    ]);
    expect(problems).toEqual([]);
    const a = symbol('a');
    expect(a).toMatchObject({
      qualifiedName: 'A',
      access: 'public',
      isAbstract: true,
      isVirtual: true,
      sharing: 'inherited',
      apiVersion: 67,
      unitName: 'A',
      line: 2,
    });
    expect(a.variables).toMatchObject([
      {
        name: 'ONE',
        isStatic: true,
        isFinal: true,
        access: 'public',
        property: null,
        slot: 'f_one',
        line: 3,
      },
      { name: 'TWO' },
      {
        name: 'name',
        property: {
          getter: { access: 'public', automatic: true },
          setter: { access: 'private', automatic: false },
        },
      },
    ]);
    expect(a.constructors).toMatchObject([
      { access: 'protected', slot: 'k_0', parameters: [{ name: 'value' }] },
    ]);
    expect(a.methods).toMatchObject([{ name: 'check', isTest: true, isStatic: true }]);
    expect(symbol('A.Color')).toMatchObject({ kind: 'enum', constants: ['RED', 'GREEN'], outer: a });
    expect(symbol('A.Shape').methods).toMatchObject([
      { name: 'draw', isAbstract: true, access: 'public', parameters: [{ type: { name: 'List<Account>' } }] },
    ]);
  });

  it('finds symbols by the part of the tree that declares them', () => {
    const { units } = declareSources([
      'public class A { Integer x, y; Integer p { get; set; } void f() {} A() {} class B {} }',
    ]);
    const declared = units[0]!.declared;
    expect([...declared.variables.values()].map(({ name }) => name)).toEqual(['x', 'y', 'p']);
    expect([...declared.methods.values()].map(({ name }) => name)).toEqual(['f']);
    expect([...declared.constructors.values()]).toHaveLength(1);
    expect([...declared.types.values()].map(({ qualifiedName }) => qualifiedName)).toEqual(['A', 'A.B']);
  });

  it('lets classes refer to each other and to their own inner types', () => {
    expect(
      problemsOf(
        'public class A extends B implements Comparator<Part> { Part part; public Integer compare(Part a, Part b) { return 0; } public class Part { } }',
        'public virtual class B { public A other; A.Part part; Inherited own; public class Inherited { } }',
        'public class C extends B { Inherited inherited; }',
      ),
    ).toEqual([]);
  });

  it('takes classes for jobs as they are written', () => {
    expect(
      problemsOf(
        `public class A implements Database.Batchable<SObject>, Queueable {
          public Database.QueryLocator start(Database.BatchableContext context) { return null; }
          public void execute(Database.BatchableContext context, List<Account> scope) { }
          public void finish(Database.BatchableContext context) { }
          public void execute(QueueableContext context) { }
        }`,
        `public class B implements Database.Batchable<Integer>, Comparable {
          public List<Integer> start(Database.BatchableContext context) { return null; }
          public void execute(Database.BatchableContext context, List<Integer> scope) { }
          public void finish(Database.BatchableContext context) { }
          public Integer compareTo(Object other) { return 0; }
        }`,
      ),
    ).toEqual([]);
  });

  it.each([
    ['class A { }', 'Top-level type must have public or global visibility'],
    ['public final class A { }', 'classes are by default final'],
    ['public static class A { }', 'static is not allowed on classes'],
    ['public with sharing without sharing class A { }', 'withSharing classes cannot be withoutSharing'],
    ['public with sharing interface A { }', 'withSharing is not allowed on interfaces'],
    ['public class A { global void f() { } }', 'Defining type for global methods must be declared as global'],
    [
      'public class A { class B { static void f() { } } }',
      'static can only be used on methods of a top level type',
    ],
    ['public class A { class B { static { } } }', 'Inner types are not allowed to have static blocks'],
    ['public class A { class B { class C { } } }', 'Inner types are not allowed to have inner types'],
    ['public class A { class A { } }', 'Type name already in use: A'],
    [
      'public class A { abstract class B implements Database.Batchable<Account> { } }',
      'Only top-level classes can implement Database.Batchable<Account>',
    ],
    ['public virtual class A { static virtual void f() { } }', 'static methods cannot be virtual'],
    ['public class A { void f(static Integer x) { } }', 'static is not allowed on parameters'],
    ['global class A { webservice void f() { } }', 'webService methods must be declared as static'],
    [`public class ${'A'.repeat(41)} { }`, `Identifier name is too long: ${'A'.repeat(41)}`],
    [
      'public class A { void f(List<List<List<List<List<List<List<List<List<Id>>>>>>>>> x) { } }',
      expect.stringContaining('Exceeded max parameterized type depth'),
    ],
  ])('refuses %s', (source, message) => {
    expect(problemsOf(source)).toEqual([typeof message === 'string' ? `1: ${message}` : message]);
  });

  it.each([
    ['@IsTest private class A { @IsTest static void f() { } }', []],
    ['@IsTest class A { @IsTest static void f(Integer x) { } }', ['Test methods must have no arguments']],
    [
      '@IsTest class A { @IsTest static Integer f() { return 1; } }',
      ['IsTest methods do not support return type of Integer'],
    ],
    ['@IsTest class A { @IsTest void f() { } }', ['IsTest methods must be declared as static']],
    [
      'public class A { @IsTest static void f() { } }',
      ['Defining type for IsTest methods must be declared as IsTest'],
    ],
    [
      'public class A { static testMethod void f() { } }',
      ['Defining type for testMethod methods must be declared as IsTest'],
    ],
    [
      '@IsTest class AException extends Exception { }',
      ['Only top-level non-exception class types can be marked as tests'],
    ],
    ['public class A { @IsTest class B { } }', ['IsTest can only be used on a top level type']],
    [
      '@IsTest class A { @TestSetup static void f() { } @TestSetup static void g() { } }',
      ['Only one method per type can be defined with: TestSetup'],
    ],
    [
      '@IsTest class A { @TestSetup static Integer f() { return 1; } }',
      ['Test setup method must return void'],
    ],
    [
      '@IsTest(SeeAllData=true) class A { @TestSetup static void f() { } }',
      ['Test class cannot be annotated with @isTest(SeeAllData=true)'],
    ],
    ['public class A { @future static void f(List<Id> ids, Map<String, Integer> m) { } }', []],
    ['public class A { @future void f() { } }', ['Future methods must be declared as static']],
    [
      'public class A { @future static Integer f(Account a) { return 1; } }',
      [
        'Future methods do not support return type of Integer',
        'Future methods do not support parameter type of Account',
      ],
    ],
    ['public class A { @AuraEnabled(cacheable=true) public static String f(Id id) { return null; } }', []],
    [
      'public class A { @AuraEnabled static void f() { } }',
      ['AuraEnabled methods require at least one of the following global, public'],
    ],
    [
      'public class A { @AuraEnabled(cacheable=1) public static void f() { } }',
      ['Invalid value for property cacheable expected type BOOLEAN'],
    ],
    [
      'public class A { @AuraEnabled public static void f() { } @AuraEnabled public static void f(Id i) { } }',
      [
        'Overload of AuraEnabled method: f overload is not permitted',
        'Overload of AuraEnabled method: f overload is not permitted',
      ],
    ],
    [
      "public class A { @InvocableMethod(label='x' description='y') public static List<Id> f(List<Id> ids) { return ids; } }",
      [],
    ],
    [
      'public class A { @InvocableMethod public static void f(Id id) { } }',
      [
        'Unsupported parameter type Id. Valid invocable parameters must be List types like List<T> where T is a supported type',
      ],
    ],
    [
      'public class A { @InvocableMethod public static void f(List<Id> a, List<Id> b) { } }',
      ['Only one parameter is supported on methods with @Invocable annotation'],
    ],
    [
      'public class A { @InvocableMethod public static void f() { } @InvocableMethod public static void g() { } }',
      ['Only one method per type can be defined with: InvocableMethod'],
    ],
    [
      'public class A { @InvocableVariable public Map<String, String> m; }',
      ['InvocableVariable fields do not support type of Map<String,String>'],
    ],
    [
      'public class A { @InvocableVariable(required=true) Id id; }',
      ['InvocableVariable fields require at least one of the following global, public'],
    ],
    [
      "@RestResource(urlMapping='/a/*') global class A { @HttpGet global static String f() { return null; } }",
      [],
    ],
    [
      "@RestResource(urlMapping='a') global class A { @HttpPut public static void f() { } }",
      [
        "Rest Resource url must begin with a forward slash, '/'",
        'HttpPut methods must be declared as global',
      ],
    ],
    [
      'global class A { @HttpGet global static void f() { } }',
      ['Defining type for HttpGet methods must be declared as RestResource'],
    ],
    [
      "@RestResource(urlMapping='/a') global class A { @HttpGet global static void f(String x) { } }",
      ['HttpGet methods do not support parameters'],
    ],
    [
      '@JsonAccess public class A { }',
      ['At least one JSON serialization control parameter must be specified'],
    ],
    [
      "@JsonAccess(serializable='maybe') public class A { }",
      ['Annotation property, serializable on JsonAccess, unknown value: maybe'],
    ],
    ['@AuraEnabled public class A { }', ['AuraEnabled is not allowed on classes']],
  ])('annotations: %s', (source, messages) => {
    expect(problemsOf(source)).toEqual(messages.map((message) => `1: ${message}`));
  });

  it('reports an unknown type once, not what follows from it', () => {
    expect(
      problemsOf(
        'public class A extends Nothing { public override void f() { } }',
        'public virtual class B { public virtual Missing g(Missing x) { return null; } }',
        'public class C extends B { public override Missing g(Missing x) { return null; } }',
      ),
    ).toEqual([
      '1: Invalid type: Nothing',
      '1: Invalid type: Missing',
      '1: Invalid type: Missing',
      '1: Invalid type: Missing',
      '1: Invalid type: Missing',
    ]);
  });

  it('asks for the access of abstract and overriding methods since version 65', () => {
    const source = 'public abstract class A { abstract void f(); }';
    expect(declareSources([source], 64).problems).toEqual([]);
    expect(declareSources([source], 65).problems).toEqual([
      '1: abstract methods require at least one of the following global, public, protected',
    ]);
  });
});

describe('declareBlock', () => {
  const problemsIn = (source: string): readonly string[] => linesOf(declareBlockSource(source).problems);

  it('declares types and static methods that only the block sees', () => {
    const { declared, problems } = declareBlockSource(
      'class A { B other; } class B extends A0 { } virtual class A0 { } A make() { return null; }',
    );
    expect(problems.all).toEqual([]);
    expect([...declared.localTypes.keys()]).toEqual(['a', 'b', 'a0']);
    expect(declared.owner.methods).toMatchObject([
      { name: 'make', isStatic: true, owner: { qualifiedName: 'anon' } },
    ]);
  });

  it.each([
    ['trigger T on Account (before insert, after undelete) { }', []],
    ['trigger T on Nothing__c (before insert) { }', ['Invalid type: Schema.Nothing__c']],
    ['trigger T on Account (before insert, before insert) { }', ['Duplicate Trigger Usage: BEFORE INSERT']],
    ['trigger T on Profile (before insert) { }', ['SObject type does not allow triggers: Profile']],
    ['class A { } class a { }', ['Type name already in use: a']],
  ])('%s', (source, messages) => {
    expect(problemsIn(source)).toEqual(messages.map((message) => `1: ${message}`));
  });
});
