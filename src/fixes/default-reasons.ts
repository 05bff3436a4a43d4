/**
 * What a code means where nobody has said more, for the `default` of a status.yaml. The meanings are those of
 * RFC 9110 and its relatives, in the words of a user of the API.
 */
const REASONS: Readonly<Record<string, string>> = {
  "100": "The client should go on with its request.",
  "101": "The server switches to the protocol that was asked for.",
  "200": "The request was successful.",
  "201": "The resource was created.",
  "202": "The request was accepted; the work may take some more time.",
  "203": "The information that is returned comes from a copy and may be less than the whole.",
  "204": "The request was successful; the response has no content.",
  "205": "The request was successful; the client should reset what it shows.",
  "206": "The part that was asked for is returned.",
  "207": "The response holds a status for each of several resources.",
  "300": "There is more than one choice; the response names them.",
  "301": "The resource has moved for good; the response names its new place.",
  "302": "The resource is at another place for now; the response names it.",
  "303": "The result is at another place; the response names it.",
  "304": "The resource has not changed since the client read it.",
  "305": "The resource must be reached through a proxy; the response names it.",
  "307": "The request must be repeated at another place; the response names it.",
  "308": "The resource has moved for good; the request must be repeated at its new place.",
  "400": "Some content of the request is invalid.",
  "401": "The user must authenticate before making the request.",
  "402": "A payment is required before the request can be served.",
  "403": "The policy does not allow the user to make this request.",
  "404": "The resource was not found.",
  "405": "The method is not allowed for this resource.",
  "406": "The resource cannot be returned in a format that the request accepts.",
  "407": "The client must authenticate at the proxy before making the request.",
  "408": "The server gave up waiting for the rest of the request.",
  "409": "The request is in conflict with the present state of the resource.",
  "410": "The resource is no longer available.",
  "411": "The request must say how long its content is.",
  "412": "A precondition of the request is not met.",
  "413": "The request is larger than the server is willing or able to process.",
  "414": "The URL of the request is longer than the server accepts.",
  "415": "The format of the request's content is not supported.",
  "416": "The range that was asked for is not available.",
  "417": "An expectation of the request cannot be met.",
  "421": "The request was sent to a server that is not responsible for it.",
  "422": "The content of the request is well-formed, but cannot be processed.",
  "423": "The resource is locked.",
  "424": "The request failed because another one that it depends on failed.",
  "426": "The request must be made with another protocol.",
  "428": "The request must have a precondition.",
  "429": "There were too many requests in a given amount of time.",
  "431": "The header fields of the request are too large.",
  "500": "Something went wrong in the service, so that it could not serve the request.",
  "501": "The service does not have what is needed to serve the request.",
  "502": "The service got an invalid response from another server that it needs.",
  "503": "The service cannot serve the request right now.",
  "504": "The service got no response in time from another server that it needs.",
  "505": "The version of HTTP is not supported.",
  "507": "The service has not enough storage left to serve the request.",
  "511": "The client must authenticate to gain access to the network.",
};

const REASONS_BY_CLASS: Readonly<Record<string, string>> = {
  "1": "The request was received; the server goes on.",
  "2": "The request was successful.",
  "3": "Something more must be done to complete the request.",
  "4": "The request cannot be served as it is.",
  "5": "The service failed to serve the request.",
};

/** The meaning of a code, a sentence. */
export function defaultReason(code: string): string {
  return REASONS[code] ?? REASONS_BY_CLASS[code[0]!]!;
}
