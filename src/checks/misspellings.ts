/**
 * What is never a word, and what is meant: slips that stand in references of services, and those of their words that people make
 * everywhere.
 */
export const MISSPELLINGS: ReadonlyMap<string, string> = new Map(
  `abbrevation abbreviation|abitrary arbitrary|aboslute absolute|absense absence|absolutly absolutely|accelarate accelerate
accelerater accelerator|acceletator accelerator|acceletators accelerators|accesible accessible|accessable accessible|accesss access
accomodate accommodate|accomodated accommodated|accomodates accommodates|accordingy accordingly|accoring according|accout account
accoutn account|accross across|acess access|acheive achieve|acheived achieved|acknowlege acknowledge|acknowlegement acknowledgement
acommodate accommodate|acording according|acordingly accordingly|acount account|acquision acquisition|acquring acquiring
acutally actually|adddress address|addess address|additinal additional|additinally additionally|additionaly additionally
additonal additional|additonally additionally|addres address|addresss address|addtional additional|admininistrative administrative
admininstrator administrator|administative administrative|administator administrator|administrater administrator
administraton administration|adminitrator administrator|adminstrative administrative|adminstrator administrator
adminstrators administrators|adress address|adressed addressed|adresses addresses|affilation affiliation|affinitiy affinity
agains against|aggreate aggregate|aggregrate aggregate|aggregte aggregate|agregate aggregate|agrument argument|agruments arguments
alawys always|aleady already|algorithim algorithm|algorithmn algorithm|algoritm algorithm|allready already|alocate allocate
alocated allocated|alocation allocation|alredy already|alwasy always|alway always|alwyas always|ammount amount|amoung among
analagous analogous|annonymous anonymous|anonymus anonymous|anual annual|apear appear|apears appears|apended appended|apparant apparent
applicaiton application|applicatoin application|applicaton application|appopriate appropriate|appropiate appropriate
appropriatly appropriately|approximatly approximately|apropriate appropriate|arbitarily arbitrarily|arbitary arbitrary
arbitrarly arbitrarily|architechture architecture|archtecture architecture|arguement argument|arguements arguments|argumnet argument
aribtrary arbitrary|artifical artificial|asigned assigned|asignment assignment|asociate associate|asociated associated
assciated associated|assgined assigned|assigend assigned|assigment assignment|assigments assignments|assignement assignment
assocaited associated|assocated associated|assocation association|associaton association|associtated associated|assoicate associate
assoicated associated|assoication association|asumed assumed|asychronous asynchronous|asynchonous asynchronous|asynchronus asynchronous
asyncronous asynchronous|asyncronously asynchronously|atached attached|atribute attribute|atributes attributes|attachement attachment
attachements attachments|attachs attaches|attahced attached|attemp attempt|attemps attempts|attemted attempted|attemtp attempt
attibute attribute|attirbute attribute|attirbutes attributes|attrbute attribute|attribtue attribute|attribue attribute
attributs attributes|attritube attribute|autentication authentication|authenciation authentication|authenication authentication
authenticaton authentication|authentified authenticated|authetication authentication
authorisaton authorisation|authoritive authoritative|authorizatoin authorization|authorizaton authorization|autmatically automatically
automatcally automatically|automatially automatically|automaticaly automatically|automaticly automatically|auxilary auxiliary
auxillary auxiliary|avaiable available|avaialable available|avaialble available|avaible available|availabe available
availabiltiy availability|availabilty availability|availablity availability|availalbe available|availble available|availible available
avalable available|avalaible available|avaliability availability|avaliable available|aviable available|avilable available
backgroud background|bandwdith bandwidth|bandwith bandwidth|basicly basically|becasue because|becaus because|becuase because
befor before|beggining beginning|begining beginning|beginining beginning|behaivor behavior|behaivour behaviour|behavoir behavior
behavor behavior|beleive believe|belived believed|belogs belongs|benifit benefit|betwen between|beween between|bewteen between
boundries boundaries|boundry boundary|brodcast broadcast|broswer browser|calcluate calculate|calcualte calculate|calcualted calculated
calculater calculator|capabilites capabilities|capabilitys capabilities|capabilties capabilities|capabilty capability
capablity capability|capacty capacity|caracter character|caracters characters|catagories categories|catagory category
categorys categories|certficate certificate|certian certain|certifcate certificate|certificat certificate|chanage change
charachter character|charactor character|charaters characters|charcter character|charcters characters
choosen chosen|cluser cluster|clutser cluster|colection collection|collecton collection|comand command|comands commands
commited committed|commiting committing|commmand command|commnad command|commonlly commonly|communciate communicate
communicaton communication|comparision comparison|comparisions comparisons|compatability compatibility|compatable compatible
compatiable compatible|compatibiliy compatibility|compatibilty compatibility|compatiblity compatibility|compeleted completed
complate complete|completelly completely|completly completely|complient compliant|componenet component|componet component
componets components|compononent component|compresion compression|comptue compute|comunicate communicate|comunication communication
conatin contain|conatiner container|conatins contains|concatanate concatenate|concurent concurrent|concurently concurrently
conditon condition|conditons conditions|condtion condition|condtions conditions|conection connection|confgiuration configuration
confguration configuration|configration configuration|configuation configuration|configurated configured|configuratio configuration
configuratoin configuration|configuraton configuration|configurd configured|configureable configurable|confilct conflict
confirmaton confirmation|conflcit conflict|conflit conflict|conifguration configuration|conjuction conjunction|connecion connection
conneciton connection|connectivty connectivity|connecton connection|connectons connections|connnection connection
consequtive consecutive|consistancy consistency|consistant consistent|consistenly consistently|consiting consisting|consits consists
constaint constraint|constaints constraints|constriant constraint|constuct construct|consumtion consumption|contaier container
containes contains|containig containing|containning containing|containter container|contaner container|contaning containing
contenet content|contian contain|contianer container|contianers containers|contians contains|continer container|continous continuous
continously continuously|continueing continuing|contraint constraint|contraints constraints|contrller controller|controled controlled
controler controller|controling controlling|controll control|convenince convenience|converison conversion|convertion conversion
convienient convenient|convinient convenient|coordiante coordinate|copys copies|corect correct|corectly correctly
coresponding corresponding|correclty correctly|correcly correctly|correponding corresponding|corresonding corresponding
corresopnding corresponding|correspoding corresponding|correspondes corresponds|correspondig corresponding|corresponing corresponding
corresponsing corresponding|corrsponding corresponding|corrupte corrupt|coudl could|craete create|craeted created|creaate create
creaing creating|creatation creation|creatd created|creatig creating|creats creates|credantials credentials|credentails credentials
credental credential|credentals credentials|credetials credentials|critera criteria|criterias criteria|crtical critical
curently currently|currectly correctly|currenlty currently|currenty currently|currnet current|currnetly currently|currrent current
customizaton customization|cutomized customized|cutsom custom|databaes database|databse database|datatabse database
deactived deactivated|deafult default|deafults defaults|deatil detail|deatils details|decendant descendant|decribe describe
decribed described|decribes describes|decription description|decriptions descriptions|dedicted dedicated|defailt default|defalt default
defalut default|defaut default|defauts defaults|defien define|definately definitely|definied defined|definiton definition
definitons definitions|defintion definition|defintions definitions|defualt default|defualts defaults|deivce device|deleated deleted
delet delete|deletd deleted|deleteing deleting|deleteted deleted|delets deletes|delimeter delimiter|delimiated delimited
deliminated delimited|delte delete|delteed deleted|deltes deletes|demostrate demonstrate|depedency dependency|depencies dependencies
dependancies dependencies|dependancy dependency|dependcy dependency|dependecies dependencies|dependecy dependency|dependend dependent
depened depend|depeneds depends|depercated deprecated|deperecated deprecated|deployement deployment|deploymnet deployment
depracated deprecated|deprectaed deprecated|deprectated deprecated|deprected deprecated|depricated deprecated|derivated derived
desactivated deactivated|descibe describe|descibed described|descibes describes|desciption description|desciptions descriptions
descirption description|descrbe describe|descripe describe|descripion description|descripiton description|descripton description
descritpion description|descrption description|desctiption description|desination destination
desription description|destinatoin destination|destinaton destination|destory destroy|destoryed destroyed|detailled detailed
detals details|detatch detach|detatched detached|deteched detached|determin determine|determing determining|determins determines
detetion detection|detials details|devcie device|develope develop|developement development|devided divided|diable disable
diabled disabled|diables disables|diasble disable|diasbled disabled|dictionay dictionary|dictionnary dictionary|dictonaries dictionaries
dictonary dictionary|diferent different|differenct different|differents different|differnce difference|differnet different
differnt different|diffrent different|direcly directly|direcory directory|directlty directly|directoties directories|directoy directory
dirver driver|disabeled disabled|disalbe disable|disalbed disabled|disapear disappear|disasociate disassociate|disassocate disassociate
disassocated disassociated|disassociaton disassociation|disassoicate disassociate|disconect disconnect|discoverd discovered
discription description|discused discussed|dispaly display|dispalyed displayed|displaied displayed|distingish distinguish
distingushed distinguished|distrbution distribution|distribued distributed|distrubuted distributed|documenatation documentation
documenation documentation|documentaion documentation|documentaton documentation|documention documentation|domian domain|domians domains
donwload download|dowload download|downlaod download|dupicate duplicate|duplciate duplicate|dupplicate duplicate|duraton duration
durring during|dyanmic dynamic|dynamicly dynamically|easely easily|effecient efficient|effeciently efficiently|efficency efficiency
eigther either|eihter either|eleminate eliminate|elemnt element|elment element|elments elements|emnpty empty|emtpy empty
enabeled enabled|enalbe enable|enalbed enabled|enaled enabled|enbale enable|enbaled enabled|encapuslation encapsulation|encrpyt encrypt
encrpyted encrypted|encryped encrypted|encrypton encryption|encyption encryption|endoint endpoint|endpiont endpoint|endpoit endpoint
enforcment enforcement|enhacement enhancement|enpoint endpoint|enpoints endpoints|ensuer ensure|entites entities|entitiy entity
entrys entries|enviornment environment|enviornments environments|enviroment environment|enviromental environmental
enviroments environments|environement environment|environemnt environment|equivalant equivalent|equivelant equivalent
equivilent equivalent|equivlent equivalent|erroneus erroneous|erronous erroneous|esential essential|essentialy essentially
estabilish establish|establised established|evaluaton evaluation|evalute evaluate|evaulated evaluated|eventaully eventually
eventualy eventually|examle example|examlpe example|exampel example|exapmle example|excecute execute|excecuted executed
excecution execution|exceded exceeded|exceptin exception|exclusivly exclusively|excption exception|exculde exclude|exculded excluded
excute execute|excuted executed|exectued executed|exectuion execution|executeable executable|executon execution|exeption exception
exeucte execute|exising existing|exisintg existing|exisiting existing|exisitng existing|existance existence|existant existent
existig existing|exitsing existing|exmaple example|exmaples examples|expeced expected|expecetd expected|expecially especially
expectd expected|experimantal experimental|experimential experimental|expeted expected|expiery expiry|expirartion expiration
expiraton expiration|explicitely explicitly|explicitily explicitly|explicitlly explicitly|explicity explicitly|expliclty explicitly
explictly explicitly|expresion expression|expresssion expression|exsist exist|exsisting existing|exsit exist|exsiting existing
exsits exists|extenal external|extened extended|extensiosn extensions|extention extension|extentions extensions|exteral external
exteranl external|extesion extension|extraced extracted|faield failed|faild failed|failue failure|failuer failure|faliure failure
familar familiar|featuer feature|feild field|feilds fields|fetaure feature|fieds fields|fielname filename|filesytem filesystem
filetering filtering|filterd filtered|filterred filtered|fitler filter|fitlers filters|flaovr flavor|folllowing following
followig following|followng following|follwing following|follwoing following|folowing following|fomat format|foreward forward
formart format|formated formatted|formating formatting|forwading forwarding|forwared forwarded|foward forward|fowarding forwarding
fucntion function|funcion function|functionalty functionality|functionaly functionally|funtion function|funtional functional
funtionality functionality|furhter further|futher further|futhermore furthermore|garantee guarantee|gatewy gateway|gatway gateway
geneate generate|generaly generally|genereate generate|genereated generated|generted generated|genrate generate|genrated generated
gernerated generated|gorup group|gorups groups|goverment government|gropu group|grouo group|guaranted guaranteed|guarentee guarantee
guarenteed guaranteed|guarentees guarantees|guarrantee guarantee|gurantee guarantee|guranteed guaranteed|handeled handled
handeling handling|happend happened|happends happens|hardare hardware|harware hardware|hearbeat heartbeat|heirarchical hierarchical
heirarchy hierarchy|hierachical hierarchical|hierachy hierarchy|hierarchial hierarchical|hostory history|howver however|hsot host
hsots hosts|hwoever however|hypervior hypervisor|hypervisior hypervisor|iamge image|idenfitier identifier|idenifier identifier
idenitifer identifier|idenity identity|idential identical|identicial identical|identifcation identification|identifcator identifier
identifer identifier|identifers identifiers|identifing identifying|identifiter identifier|identifiy identify|identitiy identity
identiy identity|idetifier identifier|ientifier identifier|ignor ignore|ignord ignored|imaage image|imediately immediately
imidiately immediately|immediatelly immediately|immediatley immediately|immediatly immediately|immutible immutable
impementation implementation|implementaion implementation|implemention implementation|implemntation implementation
implicitely implicitly|implictly implicitly|impliment implement|implment implement|implmentation implementation|implmented implemented
importat important|improt import|inavlid invalid|inclde include|includeing including|includig including|inclued include
inclulding including|inclusing including|incomming incoming|incompatable incompatible|incompatiable incompatible
inconsistant inconsistent|incorect incorrect|incorrecly incorrectly|incremeted incremented|indciates indicates|indentifier identifier
indepedent independent|independant independent|independantly independently|independend independent|indicaes indicates|indicat indicate
indicats indicates|indicies indices|indictate indicate|indivdual individual|individualy individually|indvidual individual
infomation information|infomational informational|infomration information|informaiton information|informatin information
informations information|informaton information|informtion information|infrastrcture infrastructure|infrastruture infrastructure
infrastucture infrastructure|inherted inherited|inhertied inherited|inherting inheriting|inital initial|initalize initialize
initalized initialized|initally initially|initiaize initialize|initialy initially|initiatied initiated|inluded included|inpsect inspect
inpsection inspection|insance instance|insances instances|instace instance|instaces instances|instacnes instances|instanc instance
instanciate instantiate|instanciated instantiated|instane instance|instanes instances|insted instead|instnace instance
instnaces instances|instructons instructions|instuction instruction|insufficent insufficient|insuficient insufficient|intance instance
inteface interface|intefaces interfaces|integarte integrate|integeration integration|integrety integrity|integrty integrity
intented intended|intepreted interpreted|interanl internal|interfac interface|interfact interface|interfce interface|interger integer
intergrate integrate|intergration integration|intermitent intermittent|interpretted interpreted|interupt interrupt
interupted interrupted|intial initial|intialize initialize|intially initially|intiate initiate|intiated initiated|introduceed introduced
intruduced introduced|invaild invalid|invald invalid|invalide invalid|inviation invitation|invlaid invalid|irrelevent irrelevant
irreversable irreversible|isntance instance|isntances instances|issueing issuing|iteraton iteration|keept kept|labeld labeled
langage language|langauge language|langauges languages|lastest latest|latencey latency|legnth length|lengh length|lenght length
lenth length|libary library|librarys libraries|lifecyle lifecycle|limitaion limitation|limitatons limitations|limitted limited
lisence license|listenting listening|listneer listener|listner listener|locaion location|locaiton location|locatin location
locaton location|logicaly logically|machie machine|machne machine|maintainance maintenance|maintainence maintenance
maintanance maintenance|maintenace maintenance|maintenence maintenance|maitenance maintenance|managable manageable|managament management
manageing managing|managment management|manangement management|mandatoy mandatory|mandetory mandatory|manditory mandatory
mangement management|manipluate manipulate|mannually manually|manualy manually|maped mapped|maping mapping|mappping mapping
matchs matches|mathcing matching|maunal manual|maximim maximum|maxium maximum|maxmimum maximum|maxmium maximum
meachanism mechanism|mechanim mechanism|mechanisim mechanism|mechansim mechanism|memeber member|memebers members|memeory memory
memroy memory|mesage message|messge message|messsage message|metadta metadata|metatdata metadata|metdata metadata
micorversion microversion|microverison microversion|microversoin microversion|migartion migration|migraiton migration|migraton migration
miliseconds milliseconds|mimimum minimum|miminum minimum|minimium minimum|minimun minimum|mininum minimum|minium minimum|minumum minimum
minuts minutes|miscelaneous miscellaneous|mising missing|mispelled misspelled|misssing missing|modifed modified|modifing modifying
modifiy modify|mofified modified|moniter monitor|monitering monitoring|montior monitor|montitor monitor|mulitple multiple
multipe multiple|multple multiple|mutally mutually|mutiple multiple|mutliple multiple|mutlple multiple|mutualy mutually
namepsace namespace|namesapce namespace|namspace namespace|neccesary necessary|neccessarily necessarily|neccessary necessary
necesarily necessarily|necesary necessary|necessarilly necessarily|negociate negotiate|negotation negotiation|neigbor neighbor
netowrk network|netowrks networks|netwok network|netwoks networks|networt network|netwrok network|netwroks networks|nework network
neworks networks|nonexistance nonexistence|nonexistant nonexistent|normaly normally|noticable noticeable|noticably noticeably
notifcation notification|notifcations notifications|notificaiton notification|notificaton notification|nubmer number|numbe number
numbr number|numebr number|obect object|obejct object|obejcts objects|objcet object|objct object|obsolote obsolete|obtaied obtained
occassion occasion|occassionally occasionally|occurance occurrence|occurances occurrences|occurd occurred|occured occurred
occurence occurrence|occurences occurrences|occures occurs|occuring occurring|occurrance occurrence|ocurr occur|ocurred occurred
ocurrs occurs|offcial official|offest offset|oject object|omited omitted|omiting omitting|ommit omit|ommited omitted|ommits omits
ommitted omitted|ommitting omitting|onyl only|opeartion operation|opeartions operations|operaion operation|operaiton operation
operaitons operations|operater operator|operatoin operation|operaton operation|operatons operations|opereation operation
opertaion operation|opertion operation|opertions operations|opional optional|opposit opposite|optinal optional|optioanl optional
optionaly optionally|optionial optional|optionnal optional|optonal optional|orchestation orchestration|orchestraton orchestration
organisaton organisation|organizaton organization|orgin origin|orginal original|orginally originally|originaly originally
originial original|otherise otherwise|otherwhise otherwise|otherwize otherwise|otpion option|otpional optional|ouput output
overide override|overiden overridden|overides overrides|overlaping overlapping|overridded overridden|overrided overridden
overriden overridden|overwitten overwritten|overwriten overwritten|ownder owner|paginaton pagination|pagnation pagination
paraemter parameter|paralel parallel|parallell parallel|paramater parameter|paramaters parameters|paramenter parameter
paramenters parameters|paramers parameters|paramerters parameters|paramete parameter|parametes parameters|parametr parameter
paramter parameter|paramters parameters|parematers parameters|paremeter parameter|paremeters parameters|parial partial
parmeter parameter|parmeters parameters|partialy partially|particlar particular|particually particularly|particulary particularly
particuliar particular|partititon partition|partiton partition|passowrd password|passwrod password|pasword password|pattren pattern
peform perform|peformed performed|perfom perform|perfomance performance|perfomed performed|performace performance
periodicaly periodically|permanantly permanently|permenant permanent|permenantly permanently|permision permission|permissin permission
permisson permission|permissons permissions|permited permitted|peroid period|persistance persistence|persistant persistent
persistantly persistently|persited persisted|phsyical physical|phyiscal physical|physicaly physically|placment placement
platfrom platform|ploicy policy|poicy policy|poilcy policy|polcy policy|poplulate populate|populted populated
porject project|porjects projects|portait portrait|posible possible|positon position|possbile possible|possble possible|possibe possible
possibilty possibility|possiblity possibility|possilbe possible|potental potential|potentialy potentially|precedance precedence
preceed precede|preceeding preceding|preceeds precedes|precendence precedence|precidence precedence|predefiend predefined
preferance preference|prefered preferred|prefering preferring|prefernce preference|preferrable preferable|preferrably preferably
preformance performance|prefxi prefix|presense presence|presistent persistent|previos previous|previosuly previously
previoulsy previously|previouly previously|previsouly previously|previuos previous|prevously previously|primarly primarily
primay primary|princial principal|prioirty priority|priorty priority|pririty priority|privelege privilege|privilage privilege
privilages privileges|priviledge privilege|priviledged privileged|priviledges privileges|privileg privilege|privilige privilege
privledge privilege|prject project|proccess process|proccessed processed|proccessing processing|procedding proceeding
proceedure procedure|proces process|procesed processed|processsing processing|procss process|proejct project|proejcts projects
progess progress|programatically programmatically|progres progress|proivde provide|proivded provided|projcet project|projct project
projecet project|projets projects|promiscous promiscuous|properies properties|properites properties|propertes properties
propertie property|propertys properties|propery property|propeties properties|propogate propagate|propogated propagated
propogation propagation|proprety property|proprties properties|protcol protocol|protecion protection|protentially potentially
protocal protocol|protocals protocols|protocl protocol|protocool protocol|provde provide|provded provided|provideed provided
providor provider|provied provided|provisionning provisioning|provison provision|provisoned provisioned|provisoning provisioning
provsioning provisioning|prvide provide|prvoide provide|publsih publish|pulbic public|pulic public|purpouse purpose|qouta quota
qoutas quotas|quata quota|quatas quotas|quering querying|querys queries|queus queues|randomely randomly|realease release
reboting rebooting|rebuid rebuild|reccomend recommend|reccommended recommended|receved received|recevied received|reciept receipt
recieve receive|recieved received|recieves receives|recieving receiving|recived received|reciver receiver|recods records
recomend recommend|recomendation recommendation|recomended recommended|recommanded recommended|recrod record
redundent redundant|referance reference|referece reference|refereces references|refered referred|referes refers|refering referring
refernce reference|refernces references|refrence reference|refrenced referenced|refrences references|regarless regardless
regester register|registed registered|registeration registration|registred registered|regitered registered|regrads regards
regulary regularly|reigon region|relaese release|relase release|relased released|relationshop relationship|relatonship relationship
relevat relevant|relevent relevant|remaing remaining|remainig remaining|remeber remember|remianing remaining|remoing removing
remotly remotely|removd removed|remvoe remove|remvoed removed|repalce replace|repalced replaced|repeatly repeatedly|repesents represents
replacment replacement|replicaiton replication|replicaton replication|reposiroty repository|reponse response|reponses responses|reposne response
reprensent represent|represantation representation|represenatation representation|represenation representation
represenative representative|representaion representation|represention representation|represets represents|represnt represent
represnts represents|reprsents represents|repsond respond|repsonse response|repsonses responses|reqest request|reqests requests
reqeust request|reqeusts requests|reqired required|reqires requires|requeset request|requestd requested|requestes requests
requets request|requied required|requiered required|requird required|requireed required|requiremnt requirement|requirment requirement
requirments requirements|requred required|requrie require|requried required|requries requires|requst request|requsts requests
reseration reservation|reservaton reservation|reservered reserved|reseved reserved|resluts results|resorce resource|resoruce resource
resoruces resources|resouce resource|resouces resources|resouceses resources|resoure resource|resoures resources|resourse resource
resourses resources|resouse resource|respecitve respective|respecitvely respectively|respectivly respectively|responce response
responces responses|respone response|responese response|responsability responsibility|responsable responsible
responsibile responsible|responsibilty responsibility|responsiblity responsibility|respose response|resposible responsible
resposne response|resrouce resource|resrouces resources|restablish reestablish|restat restart|resticted restricted|restircted restricted
restrction restriction|restriced restricted|restriciton restriction|resutls results|reteived retrieved|retreive retrieve
retreived retrieved|retreives retrieves|retreiving retrieving|retrieveing retrieving|retrive retrieve|retrived retrieved
retrives retrieves|retriving retrieving|retrn return|retrun return|retruned returned|retruns returns|retuned returned|retunred returned
retuns returns|returend returned|returing returning|returnd returned|returnes returns|reults results|reuslt result|reuslts results
reutned returned|reutrn return|reutrned returned|reutrns returns|revison revision|revisons revisions|revocaton revocation
revsion revision|roatation rotation|rotaton rotation|rquired required|ruels rules|runing running|runnning running|rutrn return
satified satisfied|satisifed satisfied|scalabilty scalability|scedule schedule|scenerio scenario|schdeuled scheduled|schduled scheduled
scheam schema|scheduald scheduled|scheduleing scheduling|secific specific|secion section|seconday secondary|secondry secondary
secruity security|secton section|securiy security|securtiy security|securty security|selction selection|seleced selected
selectd selected|separeted separated|separte separate|sepcified specified|sepearte separate|seperate separate|seperated separated
seperately separately|seperates separates|seperating separating|seperation separation|seperatly separately|seperator separator
seprate separate|seprated separated|seqence sequence|sequencial sequential|serach search|serivce service|serivces services
servcie service|servcies services|serveer server|serveral several|sesion session|sessoin session|seting setting|setings settings
setttings settings|severl several|sholud should|shoud should|shoudl should|shoule should|shoulld should|shuold should
siginificant significant|signficant significant|signle single|similarily similarly|similary similarly|similiar similar|simillar similar
simliar similar|simpy simply|simultaneuosly simultaneously|simultanous simultaneous|simultanously simultaneously|sinle single
sinlge single|slighly slightly|snaphost snapshot|snaphosts snapshots|snaphsot snapshot|snapshop snapshot|snapsot snapshot
soecified specified|somthing something|sotrage storage|spcific specific|spcified specified|spcify specify|specfic specific
specfically specifically|specfied specified|specfies specifies|specfy specify|specifc specific|specifcally specifically
specifcation specification|specifed specified|specifes specifies|specifially specifically|specificaiton specification
specificaton specification|specificed specified|specificiation specification|specifict specific|specifiction specification
specifieds specified|specifield specified|specifify specify|specifiied specified|specifing specifying|specifiy specify
specifiying specifying|specifyed specified|speciifed specified|specilized specialized|speficic specific|speficied specified
speficify specify|speific specific|staic static|staion station|standarized standardized|standars standards|standart standard
statisitcs statistics|statistcs statistics|statitics statistics|statuss status|stauts status|stirng string|stirngs strings
stoarge storage|stoped stopped|stoping stopping|storeage storage|storgae storage|stragegy strategy|straighforward straightforward
strategys strategies|strcture structure|strnig string|strucure structure|struture structure|stucture structure|subcribe subscribe
subequent subsequent|subesquent subsequent|subscibe subscribe|subscribtion subscription|subscripton subscription|subseqent subsequent
subsequant subsequent|substitue substitute|substracted subtracted|succed succeed|succedded succeeded|succede succeed|succeded succeeded
succedes succeeds|succeds succeeds|succeess success|succes success|succesful successful|succesfull successful|succesfully successfully
succesfuly successfully|successfull successful|successfulll successful|successfullly successfully|successfuly successfully
succss success|succssful successful|succssfully successfully|sucede succeed|suceed succeed|suceeded succeeded|suceeds succeeds
sucesful successful|sucesfully successfully|sucess success|sucessful successful|sucessfully successfully|sucessfuly successfully
sucsess success|sufficent sufficient|suficient sufficient|suggesstion suggestion|sumary summary|summay summary|supoort support
supoorted supported|suport support|suported supported|suports supports|suppored supported|supporet support|supporing supporting
supportd supported|supportted supported|suppport support|suppports supports|supproted supported|supprt support|supprted supported
supress suppress|supressed suppressed|surpress suppress|suspeded suspended|suspened suspended|swiched switched|symetric symmetric
symetrical symmetrical|synchonized synchronized|synchonous synchronous|synchornous synchronous|syncronize synchronize
syncronized synchronized|syncronous synchronous|syntethic synthetic|systme system|systmes systems|sytem system|sytems systems
taget target|tagret target|targetd targeted|targetted targeted|targetting targeting|teh the|tempalte template|temperary temporary
templaet template|templete template|temporaly temporarily|temporarilly temporarily|temporarly temporarily|temporay temporary
tempory temporary|tenent tenant|tenents tenants|termiante terminate|terminaed terminated|termninate terminate|therfore therefore
theshold threshold|thier their|thorugh through|threshhold threshold|thrid third|throgh through|throught through|throuhg through
timestampe timestamp|timestap timestamp|timestmap timestamp|timstamp timestamp|togehter together|togther together|tpye type
tranfer transfer|tranfered transferred|tranfers transfers|tranparent transparent|transaciton transaction|transer transfer
transfered transferred|transfering transferring|transision transition|transisition transition|transitionning transitioning
transmited transmitted|transparant transparent|trasnfer transfer|triger trigger|trigered triggered|triggerd triggered|triggred triggered
truely truly|truncted truncated|tyep type|typcally typically|typicaly typically|udpate update|udpated updated|udpates updates
udpating updating|ultimatly ultimately|unambigous unambiguous|unathorized unauthorized
unauthroized unauthorized|unavaiable unavailable|unavailabe unavailable|unavailble unavailable|unavaliable unavailable
undefiend undefined|undelying underlying|underlyng underlying|undestood understood|unecessary unnecessary|unexpeted unexpected
unforseen unforeseen|unfortunatelly unfortunately|unfortunatly unfortunately|unintentionaly unintentionally|uniqe unique
uniqley uniquely|uniquelly uniquely|uniquness uniqueness|universial universal|unkonwn unknown|unkown unknown|unkwown unknown
unles unless|unlimitted unlimited|unlimted unlimited|unneccessary unnecessary|unnecesary unnecessary|unnessary unnecessary
unpriviledged unprivileged|unprivilged unprivileged|unqiue unique|unspported unsupported|unsuccesful unsuccessful
unsuccesfully unsuccessfully|unsuccessfull unsuccessful|unsuported unsupported|untill until|upadte update|upadted updated|upate update
upated updated|updade update|updaed updated|updaet update|updateing updating|updats updates|upgradeing upgrading|uplaod upload
uplaoded uploaded|uploded uploaded|upoad upload|usally usually|useage usage|usefull useful|usign using|usualy usually
utilizaton utilization|utlize utilize|utlized utilized|vaild valid|vaildated validated|vaildation validation|vaious various
valdiate validate|valeu value|validatation validation|validaton validation|valuse values|varable variable|varables variables
varaible variable|varaibles variables|varialbe variable|varibale variable|varibles variables|varient variant|varing varying
varous various|vaule value|vaules values|veify verify|verfication verification|verfied verified|verfiy verify|verfy verify
verifed verified|verificaton verification|verifiy verify|verion version|verions versions|verison version|versin version|versoin version
versons versions|veryify verify|vesion version|vesions versions|virtal virtual|virtaul virtual|virtul virtual|virutal virtual
visability visibility|visable visible|visibilty visibility|visiblity visibility|vlaid valid|vlaue value|vlaues values|voilates violates
volme volume|voluem volume|volumn volume|volumne volume|volumns volumes|voulme volume|vulnerabilty vulnerability|warining warning
warnning warning|wating waiting|webiste website|wether whether|whcih which|wheater whether|wheather whether|wheras whereas
wherether whether|whetehr whether|wheter whether|whihc which|whitch which|whith with|whithin within|whther whether|wich which
wihch which|wiht with|wihtout without|withour without|withouth without|witout without|wokflow workflow|wonderfull wonderful
worfklow workflow|workaroud workaround|workflw workflow|writen written|writting writing|wroking working|yeild yield|yoru your
youself yourself`
    .split(/[|\n]/)
    .map((pair) => pair.split(" ") as [string, string]),
);
