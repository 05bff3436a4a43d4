import { ofDrifts } from "../checks/drifts.ts";
import { exampleTraffic } from "../checks/example-traffic.ts";
import { defineRule } from "../checks/subject.ts";

export const verifyStatusUndocumented = defineRule({
  name: "verify-status-undocumented",
  group: "evidence",
  severity: "warning",
  fixable: false,

  summary: "a status of recorded traffic that the operation does not list",
  explanation: `The service answers with it, and readers do not expect it. List it among the response codes. A code that several operations lack is one finding, with the places of all. A code of success with which only a stand-in for the service answers, where others are listed, is passed over. Codes of documents made from code are guesses and are not compared, nor are redirections and what a server or a proxy says of its own troubles; where the api-ref lists no codes of errors at all, only those of success are.`,
  bad: {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/{widget_id}

Response codes
~~~~~~~~~~~~~~

.. rest_status_code:: success status.yaml

   - 200

.. rest_status_code:: error status.yaml

   - «403»
`,
    "status.yaml": `
200:
  default: Done.
403:
  default: Not allowed.
404:
  default: Not there.
`,
    "traffic.har": exampleTraffic({ method: "GET", url: "http://widgets.example/widgets/1", status: 404 }),
  },
  good: {
    "index.rst": `
Widgets
=======

Show widget
-----------

.. rest_method:: GET /widgets/{widget_id}

Response codes
~~~~~~~~~~~~~~

.. rest_status_code:: success status.yaml

   - 200

.. rest_status_code:: error status.yaml

   - 403
   - 404
`,
    "status.yaml": `
200:
  default: Done.
403:
  default: Not allowed.
404:
  default: Not there.
`,
    "traffic.har": exampleTraffic({ method: "GET", url: "http://widgets.example/widgets/1", status: 404 }),
  },
  check: ofDrifts("verify-status-undocumented"),
});
