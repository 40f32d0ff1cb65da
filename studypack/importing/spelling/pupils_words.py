"""Words and names that stand often in pupils' notes, of any subject: what a slip in one of them is held against."""

from studypack.importing.common_words import COMMON_WORDS

_WORDS = """
    abandon ability abolish abolition absence absolute absorb abuse academic accept acceptable access accident
    accommodate accommodation accompany accomplish according account accurate accusation accuse achieve achievement
    acid acknowledge acquire action active activity actual adapt adaptation addition additional address adequate
    administration admit adopt advance advantage adventure advertise advertisement advice advise affair affect
    afford afraid aggression aggressive agreement agricultural agriculture aircraft alcohol alliance allied ally
    alternative amateur ambition ambitious amendment amount analyse analysis ancestor ancient anger angry animal
    announce announcement annual anonymous anticipate anxiety anxious apparent appeal appearance apply appoint
    appointment appreciate approach appropriate approval approve approximate architect argue argument armistice army
    arrange arrangement arrest arrival arrive article artificial aspect assassin assassinate assassination assault
    assembly assess assessment assist assistance associate association assume atheist athlete atmosphere atom attach
    attack attempt attend attention attitude attract attraction attractive audience author authority automatic
    available average avoid award aware awkward bacteria balance bankruptcy bargain barrier basically basis battle
    beautiful beauty beginning behave behaviour belief believe belong beneficial benefit betray biased bicycle
    billion biology bishop blame blood bomb border borrow boundary bourgeois brilliant broken brother budget
    building bullet burden bureaucracy business calculate calendar campaign candidate capable capacity capital
    capitalism capitalist captain capture carbon career careful carefully carriage castle catalyst catastrophe
    category cathedral caught caution ceiling celebrate cell cemetery censor censorship central century ceremony
    challenge chamber champion chancellor changeable channel chaos character characteristic charge charity cheap
    chemical chemistry chief childhood chlorophyll chloroplast chocolate choice cholera church cinema circle circuit
    circumstance citizen civil civilian civilisation claim class clause climate climax coal coalition coast coastal
    collapse colleague collect collection collective college colonial colonies colonist colony column combination
    combine comfortable command commander commandment comment commerce commercial commission commit commitment
    committed committee communicate communication communism communist communists community company comparative
    compare comparison compassion compete competition competitive complaint completely complex complicated component
    compound compromise compulsory computer conceive concentrate concentration concept concern conclude conclusion
    condemn condition conduct conference confidence confident confirm conflict confuse confusion congress connect
    connection conquer conquest conscience conscientious conscious conscript conscription consequence consequently
    conservative considerable consideration consist consistent constant constitution constitutional construct
    construction consumer consumption contact contemporary content contest context continent continual continuous
    contract contradict contrast contribute contribution controlled controlling controversial controversy convenient
    conversation conversion convert convey convict convince cooperate cooperation corporate correct corrupt
    corruption council counter couple courage court creation creative creature crime criminal crisis critic critical
    criticise criticised criticism crowd crown crucial cruel crusade cultural culture curiosity curious currency
    current curriculum custom damage danger dangerous daughter debate decade deceive decision declaration declare
    decline decrease deep defeat defence defend defendant defensive deficit define definite definitely definition
    degree delay delegate deliberate deliberately delicate deliver demand democracy democratic demonstrate
    demonstration denied department depend dependence dependent deposit deposition depression descend descendant
    describe description desert deserve design desire despair desperate desperately despite destroy destruction
    detail detect deteriorate determine develop developing development device devolution dictator
    dictatorship diet difference difficulty diffusion digest digestion diplomacy diplomat diplomatic direction
    director disadvantage disagree disagreement disappear disappoint disappointed disappointment disaster disastrous
    disciple discipline discover discovery discriminate discrimination discuss discussion disease dismiss dissolve
    distance distinct distinguish distribute distribution district divide division divorce doctor doctrine document
    dominant dominate double doubt dramatic drought duration earthquake economic economical economically economics
    economist economy edition editor educate education effective efficiency efficient eighth elect election
    electoral electric electrical electricity electrolysis electron element eligible eliminate embarrass embarrassed
    embarrassing embarrassment emerge emergency emigrate emigration emotion emotional emperor emphasis emphasise
    empire employ employee employer employment enable encounter encourage encouragement endothermic enemy energy
    engage engine engineer enormous enormously enterprise entertain entertainment enthusiasm entrance environment
    environmental enzyme epidemic equal equality equally equation equilibrium equipment equivalent erosion eruption
    escape essay essential essentially establish establishment estimate ethical ethics ethnic euthanasia evaluate
    evaluation eventually evidence evident evil evolution exact exaggerate examination excellence excellent
    exception excessive exchange excite excitement exclude excuse execute execution executive exercise exhaust
    exhausted exile exist existed existence existing exothermic expand expansion expect expectation expense
    expensive experience experiment expert explain explanation exploit exploration explore explosion export expose
    express expression extend extension extensive extent external extinct extra extraordinary extreme extremely
    extremist facilities factor factory failure fairly faith familiar families famous fantasy farmer fascinate
    fascinating fascism fascist fashion fatal father favour favourable favourite fear feature federal female feudal
    fiction fierce fifteen finance financial finish fission flood forbid forecast foreign foreigner forest forgive
    formal formation fortunate fortunately forty forward foundation fourteen fourth fraction frequency frequent
    frequently friction friendly friendship frighten fuel fulfil fulfilled function fundamental funeral furniture
    fusion gases gender generation generous genuine glacier global goal gorgeous govern governed governor gradual
    gradually grammar grateful gravitational gravity grievance guarantee guard guerrilla guess guidance guilt guilty
    habit habitat happily happiness harass harassment harbour harmful harvest headquarters health healthy heaven
    height heritage hero hesitate hierarchy historian historic historical holiday homeostasis honest honour horrible
    hospital hostile hostility household housing humanity humorous humour hundred hunger hungry husband hydrogen
    hygiene hypocrisy hypothesis ideal identical identify identity ideology ignorance ignorant ignore illegal
    illness illustrate image imaginary imagination imagine immediate immediately immense immigrant immigration
    immoral immune impact imperial imperialism implement import importance impossible impress impression impressive
    improve improvement impulse incident incidentally include including income increasing increasingly incredible
    incredibly independence independent indicate indictment indigenous individual industrial industrialisation
    industry inequality inevitable inevitably infamous infant infection inferior infinite inflation influence
    influential inform information infrastructure inhabitant inherit initial initially initiative injury injustice
    innocence innocent innovation inquiry insect insight inspire instance institution instruction instrument
    insulation insurance intellectual intelligence intelligent intend intense intention interest interested
    interesting interfere interference internal international interpret interpretation interrupt intervene
    intervention introduce introduction invade invasion invention invest investigate investigation investment
    invisible involve involved irrelevant irresponsible irrigation island isolation jealous jealousy jewellery
    journal journalist journey judge judgement judicial judiciary juror jury justice justification justify juvenile
    kingdom knowledge label laboratory labour language laughter lawyer legal legend legislation legislature
    legitimate leisure length liberal liberation liberty library licence limestone limit liquid literally literature
    livelihood logical loneliness lonely longer loyal loyalty luxury machine machinery magazine magistrate magnetic
    maintain maintenance majority malicious manage management manager mankind manner manufacture manufacturer margin
    marriage married marvellous massacre massive material mathematics maximum mayor meanwhile measure measurement
    mechanism medicine medieval meditation medium melancholy membrane memory mental mention merchant message metal
    metaphor method middle migrant migration mileage military millennium minimum minister ministry minor minority
    miracle mischievous miserable misery mission mistake mitochondria mixture mobile moderate modern molecule
    monarch monarchy monastery monitor monopoly monument moral morale morality mortality mortgage mother motion
    motivation motive mountain movement multiple multiply murder murderer muscle museum mutiny mystery myth
    narrative narrator nationalism nationalist naturally naval navy necessarily necessary necessity negative neglect
    negligence negotiate negotiation neighbour neighbourhood neither nervous network neutral niece nineteenth ninety
    nitrogen noble normal normally northern noticeable notorious novel nuclear nucleus nuisance obedience obey
    object objection objective obligation observation observe obstacle obtain obvious obviously occasion
    occasionally occupation occupied occupy occur occurred occurrence occurring ocean offence offensive offered
    officer official omit omitted operate operation opinion opponent opportunity oppose opposed opposite opposition
    oppress oppression optimism optimistic option ordinary organ organisation organise organism original originally
    osmosis otherwise outbreak outcome outlaw overcome overthrow owner oxygen pamphlet parallel parent parliament
    parliamentary partial participant participate partner passage passenger passion passive patient patriotic
    patriotism pattern payment peace peaceful peasant penalty perform performance permanent permission permit
    persecute persecution persistent personal personality personally personnel perspective persuade persuasion
    persuasive pesticide petition phenomenon philosopher philosophical philosophy photograph photosynthesis physical
    physically physics picture piece pilgrimage planet plantation plastic pleasant pleasure poem poetry poison
    policies policy politically politician politics pollution popular popularity population portray position possess
    possession possibility possibly potatoes potential poverty practical practically practice practise practitioner
    preach precede precious precise precisely predator predict prediction prefer preferred pregnancy pregnant
    prejudice preparation prepare presence presidency president pressure prestige presume pretend prevent prevention
    previous previously priest primary prime primitive prince princess principal principle priority prison prisoner
    private privilege procedure proceed producer product production profession professional professor profit
    profitable progress progressive prohibition project prominent promise promote promotion pronounce pronunciation
    propaganda proper properly property prophecy prophet proportion proposal propose prosecute prosecution prospect
    prosperity prosperous protagonist protect protection protein protest protester prove province provision provoke
    psychological psychologist psychology publication publicity publicly publish pulley punish punishment purchase
    purpose pursue pursuit pyramid qualification qualify quality quantity quarrel quarter question questionnaire
    quiet quietly quotation quote racial racism racist radiation radical railway raise rapid rapidly ratify reaction
    reactor realise reality reasonable rebel rebellion receive recession recipe reckless recognise recognition
    recommend recommendation reconcile reconstruction recover recovery recruit recruitment recycle reduce reduction
    refer reference referendum referred reflect reform refuge refugee refusal refuse regard regime region regional
    register regret regular regularly regulate regulation reign reinforce reject rejection relation relationship
    relative relatively release relevance relevant reliable relief relieve religion religious reluctant rely
    remarkable remember remind remove renaissance render renew renewable repeat repeatedly repetition replace
    replacement report represent representation representative reproduce reproduction republic republican reputation
    request require requirement research resemble resentment reserve reservoir resident resign resignation resist
    resistance resistant resolution resolve resource respect respiration respond response responsibility responsible
    restaurant restore restrict restriction resurrection retreat retribution reveal revenge revenue reverse review
    revolt revolution revolutionary reward rhyme rhythm rhythmic ridiculous rigid rival river roughly routine royal
    rural ruthless sacrifice safety salary sanction satellite satire satisfaction satisfactory satisfied satisfy
    saviour scandal scarce scene schedule scheme science scientific scientist secondary secret secretary section
    security sediment seize seizure selection senate senator sentence sentencing separate separately separation
    sequence sergeant servant service session settlement severe severely sexual shelter shield shoulder siege sight
    signal signature significance significantly silence simile simultaneously sincere sincerely skeleton skilful
    skill slave slavery soldier solemn solicitor soliloquy solution sophisticated source southern sovereign
    sovereignty special species specific specifically spectacular speech spirit spiritual spontaneous stability
    stable standard starvation starve statement statistic status stereotype stimulus stomach straight strategic
    strategy strength strengthen stress strict strike structure struggle student subject submarine submission submit
    subordinate subsequent subsequently subsidies subsidy substance substantial substitute subtle suburb succeed
    success successful successfully succession successive successor sufficient suffrage suffragette suffragist
    suggest suggestion suicide suitable summary summer superior supernatural supply suppress suppression supreme
    surface surgeon surgery surplus surprise surprised surprising surprisingly surrender surround survey survival
    survive survivor susceptible suspect suspicion suspicious sustain sustainable sword symbol symbolic symbolise
    symmetry sympathetic sympathy symptom synagogue synonym synthesis system systematic tactic talent target tariff
    task taught taxation technical technique technological technology tectonic temperature temple temporary
    temptation tendency tension terrible terribly territory terrorism terrorist testimony theatre theme theology
    theoretical theory therapy thermal thermometer thorough thoroughly threat threaten threshold throne tissue
    tobacco tolerance tolerant tolerate tomorrow tongue torture totalitarian tough tourism tourist tradition
    traditional traditionally tragedy tragic traitor transfer transferred transform transition translate transmit
    transparent transport treason treasure treasury treat treaties treatment treaty trench trial tribe triumph
    tropical trouble truly trust truth twelfth typical typically tyranny tyrant ugly ultimate ultimately ultimatum
    unanimous uncertain unconscious undoubtedly unemployed unemployment unfair unfortunate unfortunately uniform
    union unique unity universal universe university unlikely unnecessary unpopular unsuccessful unusual upper urban
    urgent usage utilitarian utilitarianism vaccination vaccine vacuum valley valuable value variable variation
    variety vary vegetable vehicle velocity vengeance verdict version vertical vessel veteran victim victorious
    victory village villain vinegar violate violence violent virtually virtue virtuous virus visible vision visit
    visual vital volcanic volcano volume voluntary volunteer vote voter vulnerable wages wander warfare warning
    warrior waste wealth wealthy weapon weather wedding weigh weight weird welcome welfare western wheat whereas
    whisper whole wholly widely widow wield wilderness winter wisdom withdraw withdrawal witness witnesses worship
    worst worth worthy wounded writer writing written yacht yield youth zealous
"""
WORDS = COMMON_WORDS | frozenset(_WORDS.split())
"""In small letters, British."""

NAMES = frozenset(
    """
    Abraham Africa African Africans Allah America American Americans Anglican Antarctic April Arctic Aristotle Asia
    Asian Atlantic August Augustus Australia Australian Austria Austrian Beethoven Belgian Belgium Berlin Bible
    Birmingham Bismarck Bolshevik Bolsheviks Brazil Brazilian Britain British Britons Brussels Buddha Buddhism
    Buddhist Buddhists Bulgaria Caesar Calvin Canada Canadian Caribbean Catholic Catholicism Catholics Chamberlain
    Charlemagne Charlotte Chile China Chinese Christian Christianity Christians Christmas Churchill Cleopatra
    Columbus Communism Communist Communists Conservative Conservatives Copernicus Cromwell Cuba Cuban Czechoslovakia
    Darwin December Denmark Dickens Disraeli Dublin Edinburgh Egypt Egyptian Egyptians Einstein Eisenhower Elizabeth
    England English Enlightenment Ethiopia Europe European Europeans Fascism Fascist February France Franklin French
    Friday Galileo Gandhi Genesis Geneva German Germans Germany Gladstone Glasgow Goebbels Gorbachev Greece Greek
    Greeks Guevara Hamlet Hannibal Hawaii Hindenburg Hindu Hinduism Hindus Hiroshima Hitler Holland Holocaust
    Hungarian Hungary Iceland India Indian Indians Indonesia Ireland Irish Islam Islamic Israel Israeli Istanbul
    Italian Italians Italy Jamaica January Japan Japanese Jefferson Jerusalem Jewish Judaism Juliet July June
    Kennedy Kenya Khrushchev Korea Korean Lenin Leonardo Liberal Liberals Lincoln Liverpool London Louis Luther
    Lutheran Macbeth Machiavelli Malaysia Manchester Mandela March Marxism Marxist Mediterranean Menshevik
    Mensheviks Methodist Mexican Mexico Michelangelo Monday Moscow Mozart Muhammad Muslim Muslims Mussolini Nagasaki
    Napoleon Nazareth Nazis Nazism Netherlands Nicholas Nigeria Nightingale Northern Norway November Nuremberg
    October Ophelia Othello Pacific Pakistan Palestine Palestinian Paris Parliament Pasteur Pennsylvania Philip
    Philippines Picasso Poland Polish Portugal Portuguese Potsdam Prague Protestant Protestantism Protestants
    Prussia Prussian Pythagoras Quran Rasputin Reformation Reichstag Renaissance Republican Republicans Robespierre
    Roman Romania Romans Rome Romeo Roosevelt Rousseau Russia Russian Russians Rutherford Saturday Scotland Scottish
    September Serbia Serbian Shakespeare Singapore Socrates Southern Soviet Soviets Spain Spanish Stalin Stalingrad
    Stresemann Stuarts Sunday Sweden Swedish Switzerland Thatcher Thursday Trotsky Truman Tudor Tudors Tuesday
    Turkey Turkish Ukraine Ukrainian Venezuela Versailles Victoria Victorian Victorians Vienna Vietnam Vietnamese
    Vikings Voltaire Wales Warsaw Washington Wednesday Wellington Westminster Wilhelm William Wolsey Yugoslavia
    """.split()  # noqa: SIM905
)
"""Names that everybody means."""

OTHER_NAMES = frozenset(
    """
    Bannister Chornobyl Elisabeth Franklyn Germain Goebel Gorbachov Johnstone Johnston Lenina Luxemburg Marshall Mitchel
    Nicolas Nicola Nikolai Nikolas Philippa Philippe Philippi Phillip Phillips Priestley Regan Rommel Spencer Stephens
    Wellcome Williams Wilhelmina Woolf
    """.split()  # noqa: SIM905
)
"""Names that are near one of those, or near a word, and right."""

SHORTHAND = frozenset(
    """
    abt agst approx assoc asst ave bldg btwn capt cath cert chem cont corp cttee dept diff econ educ elec
    engl esp est etc exam exec func geog govt gov hist hosp hrs imp inc incl info intl intro lang lit maths
    max mech mgmt mins misc natl orig parl pers phil phys pics poss prev prob prof prot psych qual quant refs
    reln revn secs sept soc specs sthg subj temp thru tho univ usu vocab vols vs wld wrt yrs ppl cant dont
    doesnt didnt isnt wasnt werent wont couldnt shouldnt wouldnt hasnt havent hadnt arent thats theyre youre
    whats lets wouldve couldve shouldve ebook ebooks blog email online website app apps wifi ouija
    """.split()  # noqa: SIM905
)
"""How notes are written, which is no mistake."""

RUN_TOGETHER = {
    "abit": "a bit", "alot": "a lot", "aswell": "as well", "atleast": "at least", "eachother": "each other",
    "eventhough": "even though", "everytime": "every time", "incase": "in case", "infact": "in fact",
    "infront": "in front", "inorder": "in order", "inspite": "in spite", "noone": "no one", "ofcourse": "of course",
    "ontop": "on top", "upto": "up to",
}  # fmt: skip
"""Words that are written as one by mistake."""

RARE = {
    "bismark": "Bismarck", "calender": "calendar", "ghandi": "Gandhi", "pharoah": "pharaoh", "sed": "said",
    "tounge": "tongue", "wether": "whether", "wonderous": "wondrous",
}  # fmt: skip
"""What some dictionary has, or too short to be looked up, and nearly always another word with a slip."""
