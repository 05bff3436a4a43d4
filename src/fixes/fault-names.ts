/**
 * The names under which a code goes: the phrases of HTTP (RFC 9110, older ones among them) and the names that
 * OpenStack services give to the fault of a code (`itemNotFound`). In small letters without blanks.
 */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  "200": ["ok", "success", "successful"],
  "201": ["created"],
  "202": ["accepted"],
  "203": ["nonauthoritativeinformation"],
  "204": ["nocontent"],
  "205": ["resetcontent"],
  "206": ["partialcontent"],
  "207": ["multistatus"],
  "300": ["multiplechoices", "multiplechoice"],
  "301": ["movedpermanently", "moved"],
  "302": ["found", "movedtemporarily"],
  "303": ["seeother"],
  "304": ["notmodified"],
  "305": ["useproxy"],
  "307": ["temporaryredirect"],
  "308": ["permanentredirect"],
  "400": ["badrequest"],
  "401": ["unauthorized", "unauthorised", "unauthenticated"],
  "402": ["paymentrequired"],
  "403": ["forbidden"],
  "404": ["notfound"],
  "405": ["methodnotallowed", "notallowed", "badmethod"],
  "406": ["notacceptable"],
  "407": ["proxyauthenticationrequired"],
  "408": ["requesttimeout", "timeout"],
  "409": ["conflict", "conflicting", "conflictingrequest"],
  "410": ["gone"],
  "411": ["lengthrequired"],
  "412": ["preconditionfailed"],
  "413": ["contenttoolarge", "payloadtoolarge", "entitytoolarge", "requestentitytoolarge", "overlimit"],
  "414": ["uritoolong", "requesturitoolong", "requesturitoolarge"],
  "415": ["unsupportedmediatype", "badmediatype"],
  "416": ["rangenotsatisfiable", "requestedrangenotsatisfiable"],
  "417": ["expectationfailed"],
  "421": ["misdirectedrequest"],
  "422": ["unprocessablecontent", "unprocessableentity", "unprocessable"],
  "423": ["locked"],
  "424": ["faileddependency"],
  "426": ["upgraderequired"],
  "428": ["preconditionrequired"],
  "429": ["toomanyrequests", "overlimit"],
  "431": ["requestheaderfieldstoolarge"],
  "500": ["internalservererror", "servererror", "internalerror", "computefault"],
  "501": ["notimplemented"],
  "502": ["badgateway"],
  "503": ["serviceunavailable", "unavailable"],
  "504": ["gatewaytimeout"],
  "505": ["httpversionnotsupported"],
  "507": ["insufficientstorage"],
  "511": ["networkauthenticationrequired"],
};

/**
 * Whether a name says nothing beyond its code: `itemNotFound` and `Not Found` do not for 404, `volumeNotFound` does,
 * and so does `notFound` for 400.
 */
export function isNameOf(code: string, name: string): boolean {
  const plain = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  const bare = plain
    .replace(/^(?:http|item|resource|method|request)/, "")
    .replace(/(?:error|fault|exception)$/, "");
  const names = NAMES[code] ?? [];
  return plain === "" || names.includes(plain) || names.includes(bare);
}
