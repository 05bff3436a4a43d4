import { expect, test } from "vitest";
import { callsCurl, curlData, shellWords } from "../../src/samples/shell.ts";

/** The words of a script; one that ends its command has `;` behind it. */
const words = (script: string) => shellWords(script).words.map(({ text, last }) => text + (last ? ";" : ""));

/** The characters of a text where its pieces say that they stand in the script. */
function placed(script: string, { text, pieces }: ReturnType<typeof curlData>[number]): string {
  return [...text]
    .map((_, at) => {
      const piece = pieces.findLast((one) => one.at <= at)!;
      return script[piece.offset + at - piece.at];
    })
    .join("");
}

test.each<[string, boolean]>([
  ["curl /x", true],
  ["$ curl /x", true],
  ["ls;curl\t/x", true],
  ["ls\ncurl /x", true],
  ["curly /x", false],
  ["mycurl /x", false],
  ["see curl", false],
])("%j calls curl: %s", (script, wanted) => {
  expect(callsCurl(script)).toBe(wanted);
});

test.each<[string, string[]]>([
  ["a  b\tc", ["a", "b", "c;"]],
  ["a;b", ["a;", "b;"]],
  ["a | b", ["a;", "b;"]],
  ["a && b", ["a;", "b;"]],
  ["a&b c", ["a&b", "c;"]],
  ["a\nb", ["a;", "b;"]],
  ["a \n b", ["a;", "b;"]],
  ["a\r\nb", ["a;", "b;"]],
  ["\n;a", ["a;"]],
  ["'a b' c", ["a b", "c;"]],
  ["'a\\' c", ["a\\", "c;"]],
  ["'' c", ["", "c;"]],
  ['"" c', ["", "c;"]],
  ["'a b", ["a b;"]],
  ['"a b', ["a b;"]],
  ['"a \\" b" c', ['a " b', "c;"]],
  ['"\\\\ \\$ \\` \\n"', ["\\ $ ` \\n;"]],
  ['"a\\\nb"', ["ab;"]],
  ['"a\nb"', ["a\nb;"]],
  ["a'b'\"c\"d", ["abcd;"]],
  ["a\\ b", ["a b;"]],
  ["a\\\nb", ["ab;"]],
  ["a \\\n b", ["a", "b;"]],
  ["a \\\r\n b", ["a", "b;"]],
  ["a\\", ["a;"]],
  ["a <x", ["a", "<x;"]],
  ["", []],
])("the words of %j", (script, wanted) => {
  expect(words(script)).toEqual(wanted);
});

test.each<[string, string[], string[]]>([
  ["a <<EOF b\nx\ny\nEOF\nc", ["a", "b;", "c;"], ["x\ny\n"]],
  ["a<<'E F'\nx\nE F\nc", ["a;", "c;"], ["x\n"]],
  ['a <<- "EOF"\n\tx\n\tEOF\nc', ["a;", "c;"], ["\tx\n"]],
  ["a <<A <<B\n1\nA\n2\nB\nc", ["a;", "c;"], ["1\n", "2\n"]],
  ["a <<EOF; b\nx\nEOF", ["a;", "b;"], ["x\n"]],
  ["a <<EOF\nx", ["a;"], ["x"]],
  ["a <<EOF\nEOF\nEOF\nc", ["a;", "EOF;", "c;"], [""]],
  ["a << ;\nc", ["a;", "c;"], []],
])("the documents of %j", (script, wanted, bodies) => {
  expect(words(script)).toEqual(wanted);
  expect(shellWords(script).documents.map(({ text }) => text)).toEqual(bodies);
  for (const body of shellWords(script).documents) expect(placed(script, body)).toBe(body.text);
});

test.each<[string, string[]]>([
  ["curl -d a /x", ["a"]],
  ["curl --data a --data-raw b --data-binary c --data-ascii d --json e", ["a", "b", "c", "d", "e"]],
  ["curl --data=a --data-raw=b --data-binary=c --data-ascii=d --json=e", ["a", "b", "c", "d", "e"]],
  ["curl -da /x", ["a"]],
  ["curl --data= /x", []],
  ["curl --data-urlencode a /x", []],
  ["curl --data-urlencode=a /x", []],
  ["/usr/bin/curl -d a", ["a"]],
  ["curls -d a", []],
  ["curl/x -d a", []],
  ["ls -d a", []],
  ["curl /x; ls -d a", []],
  ["curl -d a; ls -d b", ["a"]],
  ["curl -d a | ls -d b", ["a"]],
  ["curl -da; ls -d b", ["a"]],
  ["curl -d a /x; curl -d b /y", ["a", "b"]],
  ["ls; curl -d a", ["a"]],
  ["curl -d", []],
  ["curl -d @- <<A; curl -d @- <<B\n1\nA\n2\nB", ["1\n", "2\n"]],
  ["curl -d @file /x", []],
  ["curl -d@- <<A\n1\nA", ["1\n"]],
  ["curl -d 'a'\"b\"\\c", ["abc"]],
  ["curl --data='a'\"b\"", ["ab"]],
  ['curl -d "a\\"b\\c"', ['a"b\\c']],
  ["curl -d a\\ b\\\nc", ["a bc"]],
  ["curl -'d'a\\b", ["ab"]],
])("the data of %j, and where they stand", (script, wanted) => {
  const data = curlData(script);
  expect(data.map(({ text }) => text)).toEqual(wanted);
  expect(data.map((one) => placed(script, one))).toEqual(wanted);
});

test("a glued value begins where it stands, and each stretch of it is one piece", () => {
  expect(curlData("curl --data='ab'cd")).toEqual([
    {
      text: "abcd",
      pieces: [
        { at: 0, offset: 13 },
        { at: 2, offset: 16 },
      ],
    },
  ]);
  expect(curlData("curl -dab")).toEqual([{ text: "ab", pieces: [{ at: 0, offset: 7 }] }]);
  expect(curlData('curl "-"dab')).toEqual([{ text: "ab", pieces: [{ at: 0, offset: 9 }] }]);
});
