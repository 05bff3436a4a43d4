/** What is never a word, and what is meant: slips that often stand in references of services. */
export const MISSPELLINGS: ReadonlyMap<string, string> = new Map(
  `acess access|acording according|addtional additional|adress address|agregate aggregate|alocate allocate|alocation allocation
ammount amount|asociate associate|asociated associated|assocation association|atribute attribute|attibute attribute|attirbute attribute
authetication authentication|autentication authentication|availabe available|availble available|avaliable available|avalable available
begining beginning|compatability compatibility|compatiblity compatibility|configration configuration|conatins contains|containes contains
correponding corresponding|corresonding corresponding|curently currently|currrent current|defualt default|deafult default|delte delete
dependancy dependency|desciption description|descripton description|diffrent different|discription description|enviroment environment
exisiting existing|existance existence|exmaple example|explicitely explicitly|extention extension|follwing following
folowing following|fomat format|formated formatted|funtion function|garantee guarantee|guarentee guarantee|identifer identifier
idenitifer identifier|idenifier identifier|immediatly immediately|indentifier identifier|infomation information|informations information
initalize initialize|instace instance|intance instance|interger integer|invaild invalid|langauge language|lenght length|maintainance maintenance
mechansim mechanism|memeber member|miliseconds milliseconds|netowrk network|netwrok network|neccessary necessary|necesary necessary
occured occurred|occurence occurrence|occurrance occurrence|occuring occurring|ommit omit|ommitted omitted|opertaion operation
optionnal optional|overriden overridden|paramater parameter|parmeter parameter|paramter parameter|paramters parameters|permision permission
preceeding preceding|priviledge privilege|privilige privilege|proejct project|propery property|proprety property|recieve receive
recieved received|recomended recommended|refered referred|reponse response|represenation representation|requried required|reqeust request
requst request|resouce resource|resouces resources|respone response|resposne response|retreive retrieve|retreived retrieved|retuns returns
seperate separate|seperated separated|seperately separately|seperator separator|servcie service|serivce service|similiar similar|specifed specified
specificed specified|specfied specified|speficied specified|sepcified specified|statuss status|stauts status|succesful successful
succesfully successfully|successfull successful|successfuly successfully|sucess success|sucessful successful|sucessfully successfully
supportted supported|suppport support|supproted supported|targetted targeted|teh the|temporarly temporarily|thier their|transfered transferred
transfering transferring|trasnfer transfer|udpate update|unkown unknown|upate update|usefull useful|vaild valid|valdiate validate|varaible variable
verison version|versoin version|virutal virtual|volumne volume|wether whether|wheter whether|whith with|wich which|writting writing`
    .split(/[|\n]/)
    .map((pair) => pair.split(" ") as [string, string]),
);
