"""Right words of school subjects that a dictionary of everyday American English lacks, and that another is near to."""

SUBJECT_TERMS = frozenset(
    """
    acculturation acetyl acyl acylation afforestation agape agroforestry ahimsa akhirah aldehyde alkane alkanes
    alkene alkenes allegro allele alleles allopatric ammeter amylase amylopectin amylose anabolic anagnorisis
    anaphase anatta ancien androcentric androcentrism anicca anodised anomie anther antigenic appoggiatura arete
    aretes arteriole arterioles ashrama asthenosphere atman autotroph autotrophs avait avoir avolition backwash
    banlieue baryon baryons bildungsroman bimah biofuels biogas bioleaching biome biomes bipartisanship biuret blog
    blogs bordar bordars boson bosons bourgeois brownfield byelaw byelaws bytecode caesura carbocation carbocations
    carboxyl catalase centriole centrioles centromere centromeres cerebellum chemiosmosis chlorophylls chromatid
    chromatids claimant claimants codominance codominant coenzyme coenzymes continuo corrasion corrie corries coup
    cristae cryolite cwm cytokinesis cytosine das deamination decarboxylation decidendi deforestation delicti
    delocalised deltoid deltoids deme demes demesne denary denature denatured denatures denouement deontological
    deontology dequeue der des desertification detente detritivores dicta diploid disaccharide disincentive
    disincentives dramatis drang drumlin drumlins dukkha ectomorph electrophile electrophiles electrophilic
    emergents endocytosis endomorph endosperm enjambment enqueue epiphyte epiphytes epistasis epithelia epithelial
    epithelium equites esker eskers estoppel etat eukaryote eukaryotes eukaryotic eutrophication exeunt exocytosis
    facto faire fartlek fasces fertiliser fertilisers fiducia fission flaccid flagella flagellum flashcard
    flashcards floodplain floodplains fyrd gabion gabions galvanised galvanises gamete gametes gastrocnemius geld
    genera generis glasnost gluon gluons glycogen glycolysis groyne groynes guanine habeas habitus hadron hadrons
    haematite haemoglobin hajj halakhah halide halides haloalkane haloalkanes halophyte halophytes hamartia haploid
    headteacher headteachers hegemony hemiola hepatic heriot heterolytic heterophonic heterotroph heterozygous
    homolytic homophonic homozygous hoplite hoplites hubris humoral hydrolyse hydrolysed hydrolyses iambic
    idiographic imam imams imperium indictable inter isomer isomers isotope isotopes jure karuna karyotype khalsa
    khums kolkhoz kosher lactase lahar lahars laissez langar latifundia latosol lepton leptons levee levees liana
    lianas ligand ligands ligase lignified lignin limewater linker lipase lipases lithosphere locus longshore
    maltase maltose malware mandir megacities megacity meiosis melisma mens mergesort meristem meritocracy
    meritocratic mesomorph meson mesons mesophyll metaphase metic metics metonymy metta microfinance microvilli
    minbar mindmap mitochondrion mitosis mitzvah mitzvot modus moksha monohybrid monomer monomers monopsony
    monotropy moraine moraines motte mottes muon muons murti myelin nephron nephrons nibbana nirvana nitrifying
    nomothetic novus nucleophile nucleophiles nucleophilic nucleotide nucleotides numinous obiter oestrogen oikos
    oligopolies oligopolistic oligopoly operandi operant optimates organelle organelles ostinato oxaloacetate oxbow
    oxidise oxidised oxidises parousia pectoral pectorals pentose peptidase perestroika peripeteia permafrost
    personae phagocyte phagocytes phenotype phishing phloem phospholipid phospholipids phototropism phyla phylum
    phytomining pili plasmid plasmids plasmolysed plasmolysis plebiscite plyometric plyometrics polis politik
    polymerase polypeptide polypeptides polyphonic polysaccharide populares positron positrons potometer praetor
    praetors princeps privatio prokaryote prokaryotes prokaryotic prophase protease proteases protoctist protoctists
    publicani publicum publicus puja pupillage purposive pyroclastic pyruvate quaestor quaestors quark quarks
    quicksort quid raison ransomware ratify ratio rea realpolitik recusant recusants redshift redshifted res reus
    revetment revetments ribosomal ribosome ribosomes ribulose ritornello salinisation saltation sangha saprobiont
    saprobionts sawm semper senatus sestet sewa shirk sine somatotype standi stare status stichomythia stomata
    strategos stroma struct structs sturm subcultural subculture subcultures subduct subducted subducts subroutine
    subroutines sucrase sunnah sympatric synecdoche tabula tanha tawhid telophase tephra thalweg thegn thegns
    theodicies theodicy thermistor thermistors thylakoid thylakoids tierce timetable timetables titre titres tombolo
    tombolos tort torts translocate translocated translocates translocation transpire transpires transubstantiation
    trapezius tripeptide trireme triremes trochaic trophic tsunami turgid turgor ummah und urbanisation vacuole
    vacuoles variolation varna vasoconstriction vasodilation versus villein villeins vires viz volta voltas
    voltmeter wudu xylem yeomanry zakah zakat zeugma zygote zygotes
    """.split()  # noqa: SIM905
)
"""In small letters."""
